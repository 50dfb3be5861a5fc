# cpm_static: the program as one file that needs nothing of the machine but a kernel. Built when asked for, from the same rooms as
# cpm; build preset `release-static`. The archive of libfyaml is named, since the target of the package brings the shared library.
set(rooms_of_program "")
foreach(row IN LISTS rows)  # of cmake/rooms.cmake, from the ground up; the linker wants them from the top
  string(REGEX MATCH "^[a-z]+" room "${row}")
  list(PREPEND rooms_of_program cpm_${room})
endforeach()

add_executable(cpm_static EXCLUDE_FROM_ALL src/cli/main.cpp)
set_target_properties(cpm_static PROPERTIES OUTPUT_NAME cpm RUNTIME_OUTPUT_DIRECTORY "${PROJECT_BINARY_DIR}/static")
target_include_directories(cpm_static PRIVATE "${PROJECT_SOURCE_DIR}/src")
add_dependencies(cpm_static ${rooms_of_program})
list(TRANSFORM rooms_of_program REPLACE "(.+)" "$<TARGET_FILE:\\1>" OUTPUT_VARIABLE archives)
target_link_libraries(cpm_static PRIVATE -static -s -Wl,--gc-sections ${archives} -l:libfyaml.a)
