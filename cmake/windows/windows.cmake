# cpm.exe, one file that needs nothing but Windows 10: preset `windows`. cmake/sources brings what it is made of, and
# src/base/windows/ stands for src/base/system/.
include(sources/sources)

# Of an interface of Windows, what Windows 10 has, and the functions that take wide characters.
add_compile_definitions(_WIN32_WINNT=0x0A00 WIN32_LEAN_AND_MEAN NOMINMAX UNICODE)
find_package(Threads REQUIRED)

# Headers of POSIX that libfyaml includes and Windows lacks; cpm gives it bytes and takes its events, so it calls nothing of them.
target_include_directories(cpm_libfyaml SYSTEM PUBLIC "${PROJECT_SOURCE_DIR}/cmake/windows/include")
target_compile_definitions(cpm_libfyaml PRIVATE _GNU_SOURCE)
target_compile_options(cpm_libfyaml PRIVATE -include page_size.h)

# SQLite makes the database in memory. What it removes is overwritten, as in Debian's build: so a database has the same bytes.
cpm_library(cpm_sqlite SQLite::SQLite3 "${cpm_sources}/sqlite3/sqlite3.c")
target_include_directories(cpm_sqlite SYSTEM INTERFACE "${cpm_sources}/sqlite3")
target_compile_options(cpm_sqlite PRIVATE -O2)
target_compile_definitions(cpm_sqlite PRIVATE SQLITE_OMIT_LOAD_EXTENSION SQLITE_SECURE_DELETE)

# What Explorer shows as the program's properties, and what Windows needs to know about it.
function(cpm_windows_resource target)
  set(comma_version "${PROJECT_VERSION_MAJOR},${PROJECT_VERSION_MINOR},${PROJECT_VERSION_PATCH},0")
  set(resource "${PROJECT_BINARY_DIR}/generated/cpm.rc")
  configure_file("${PROJECT_SOURCE_DIR}/cmake/windows/cpm.rc.in" "${resource}" @ONLY)
  configure_file("${PROJECT_SOURCE_DIR}/cmake/windows/cpm.manifest.in" "${PROJECT_BINARY_DIR}/generated/cpm.manifest" @ONLY)
  set_source_files_properties("${resource}" PROPERTIES OBJECT_DEPENDS "${PROJECT_BINARY_DIR}/generated/cpm.manifest")
  enable_language(RC)
  target_sources(${target} PRIVATE "${resource}")
endfunction()

# Without the time of the link, so that the same sources give the same bytes. The map tells release/sbom.py which libraries went in.
function(cpm_windows_program)
  add_executable(cpm "${PROJECT_SOURCE_DIR}/src/cli/main.cpp")
  target_link_libraries(cpm PRIVATE cpm_cli cpm_warnings
    -static -s -Wl,--gc-sections -Wl,--no-insert-timestamp "-Wl,-Map=${PROJECT_BINARY_DIR}/cpm.map")
  cpm_windows_resource(cpm)
  cpm_third_party("${PROJECT_BINARY_DIR}/THIRD-PARTY.txt" libsqlite3-dev gcc-mingw-w64-x86-64-posix-runtime mingw-w64-x86-64-dev)
endfunction()
