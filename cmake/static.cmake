# cpm_static: the program as one file that needs nothing of the machine but a kernel. Built when asked for, from the same
# rooms as cpm; build preset `release-static`. Debian has libfmt and ICU's data in other forms: see cmake/static/.
include(CheckLinkerFlag)

add_executable(cpm_static EXCLUDE_FROM_ALL
  src/cli/main.cpp cmake/static/fmt.cpp cmake/static/no_icu_data.cpp)
set_target_properties(cpm_static PROPERTIES OUTPUT_NAME cpm RUNTIME_OUTPUT_DIRECTORY "${PROJECT_BINARY_DIR}/static")
target_include_directories(cpm_static PRIVATE "${PROJECT_SOURCE_DIR}/src")
target_link_libraries(cpm_static PRIVATE cpm_sanitizers)

# Archives by name: the targets of the packages would bring shared libraries along. The rooms are above them in a group, as each
# of ICU's libraries needs another.
set(rooms_of_program "")
foreach(row IN LISTS rows)  # of cmake/rooms.cmake
  string(REGEX MATCH "^[a-z]+" room "${row}")
  list(APPEND rooms_of_program "$<TARGET_FILE:cpm_${room}>")
  add_dependencies(cpm_static cpm_${room})
endforeach()
target_link_libraries(cpm_static PRIVATE
  -static -s -Wl,--gc-sections -Wl,--start-group ${rooms_of_program}
  -l:libyaml-cpp.a -l:libfyaml.a -l:libical.a -l:libicui18n.a -l:libicuuc.a -Wl,--end-group)

# ICU could load plug-ins, which a static program cannot; cpm never asks it to, so the linker need not warn.
check_linker_flag(CXX -Wl,--no-warnings CPM_LINKER_CAN_BE_SILENT)
if(CPM_LINKER_CAN_BE_SILENT)
  target_link_options(cpm_static PRIVATE -Wl,--no-warnings)
endif()
