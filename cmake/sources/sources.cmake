# What a build for another system has in place of this machine's packages: their sources, in build/sources, compiled here. The
# builds of WebAssembly and Windows share the folder, so there is one list of packages, in the versions that Debian has.
set(cpm_sources "${PROJECT_SOURCE_DIR}/build/sources")
set(source_packages libfyaml zlib minizip pugixml)
if(WIN32)
  list(APPEND source_packages sqlite3)
endif()
execute_process(COMMAND "${PROJECT_SOURCE_DIR}/cmake/sources/prefix" "${cpm_sources}" ${source_packages}
  COMMAND_ERROR_IS_FATAL ANY)

# The licenses of what goes into a program: cpm_third_party(<file> <Debian packages besides those of every build>...)
function(cpm_third_party file)
  set(texts "")
  foreach(package libcli11-dev nlohmann-json3-dev libfmt-dev libfyaml-dev libminizip-dev libpugixml-dev zlib1g-dev ${ARGN})
    file(READ "/usr/share/doc/${package}/copyright" text)
    string(APPEND texts "== ${package} ==\n\n${text}\n")
  endforeach()
  file(WRITE "${file}" "${texts}")
endfunction()

# Headers of packages, in a folder of their own: /usr/include would bring this machine's, too.
foreach(package CLI11::CLI11 nlohmann_json::nlohmann_json fmt::fmt-header-only)
  add_library(${package} INTERFACE IMPORTED GLOBAL)
  target_include_directories(${package} SYSTEM INTERFACE "${cpm_sources}/include")
endforeach()
target_compile_definitions(fmt::fmt-header-only INTERFACE FMT_HEADER_ONLY=1)
file(STRINGS "${cpm_sources}/include/fmt/core.h" fmt_line REGEX "^#define FMT_VERSION ")
string(REGEX REPLACE "[^0-9]*([0-9]+)([0-9][0-9])[0-9][0-9]$" "\\1" fmt_VERSION "${fmt_line}")

set(CMAKE_C_COMPILER_LAUNCHER "${CMAKE_CXX_COMPILER_LAUNCHER}")
enable_language(C)

# cpm_library(<target> <its name in other builds> <sources>...): of others, so without our warnings.
function(cpm_library target name)
  add_library(${target} STATIC ${ARGN})
  target_compile_options(${target} PRIVATE -w "-ffile-prefix-map=${cpm_sources}/=")
  add_library(${name} ALIAS ${target})
endfunction()

file(GLOB libfyaml_sources "${cpm_sources}/libfyaml/src/lib/*.c" "${cpm_sources}/libfyaml/src/xxhash/xxhash.c")
cpm_library(cpm_libfyaml PkgConfig::libfyaml ${libfyaml_sources})
target_include_directories(cpm_libfyaml
  PRIVATE "${cpm_sources}" "${cpm_sources}/libfyaml/src/lib" "${cpm_sources}/libfyaml/src/xxhash" "${cpm_sources}/libfyaml/include"
  INTERFACE SYSTEM "${cpm_sources}/libfyaml/include")
target_compile_definitions(cpm_libfyaml PRIVATE HAVE_CONFIG_H=1)
target_compile_options(cpm_libfyaml PRIVATE -O2)

# For spreadsheets: cpm never opens a file through them, nor reads or writes passwords.
file(GLOB zlib_sources "${cpm_sources}/zlib/*.c")
list(FILTER zlib_sources EXCLUDE REGEX "/(gz[a-z]+|infback|compress|uncompr)[.]c$")
set(minizip "${cpm_sources}/minizip")
cpm_library(cpm_minizip PkgConfig::minizip ${zlib_sources} "${minizip}/zip.c" "${minizip}/unzip.c" "${minizip}/ioapi.c")
target_include_directories(cpm_minizip SYSTEM PUBLIC "${cpm_sources}/zlib" INTERFACE "${cpm_sources}/include")
target_compile_definitions(cpm_minizip PRIVATE NOCRYPT NOUNCRYPT USE_FILE32API)

cpm_library(cpm_pugixml pugixml::pugixml "${cpm_sources}/pugixml/src/pugixml.cpp")
target_include_directories(cpm_pugixml SYSTEM PUBLIC "${cpm_sources}/pugixml/src")
