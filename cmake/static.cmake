# Programs of one file that need nothing of the machine but a kernel, from the same rooms as cpm. Built when asked for.
#   cpm_static  static/cpm     for people; build preset `release-static`
#   cpm_ci      static/cpm-ci  for servers that check repositories; without release/facts.txt, which holds its checksum
# The archives of the packages are named, since the targets of the packages bring the shared libraries.
set(rooms_of_program "")
foreach(row IN LISTS rows)  # of cmake/rooms.cmake, from the ground up; the linker wants them from the top
  string(REGEX MATCH "^[a-z]+" room "${row}")
  list(PREPEND rooms_of_program cpm_${room})
endforeach()

function(cpm_static_program target name)
  add_executable(${target} EXCLUDE_FROM_ALL src/cli/main.cpp cmake/no_extensions.cpp ${ARGN})
  set_target_properties(${target} PROPERTIES OUTPUT_NAME ${name} RUNTIME_OUTPUT_DIRECTORY "${PROJECT_BINARY_DIR}/static")
  target_include_directories(${target} PRIVATE "${PROJECT_SOURCE_DIR}/src")
  add_dependencies(${target} ${rooms_of_program} cpm_fmt)
  list(TRANSFORM rooms_of_program REPLACE "(.+)" "$<TARGET_FILE:\\1>" OUTPUT_VARIABLE archives)
  # The map tells release/sbom.py which libraries went in.
  target_link_libraries(${target} PRIVATE
    -static -s -Wl,--gc-sections -Wl,--wrap=dlopen "-Wl,-Map=${PROJECT_BINARY_DIR}/static/${name}.map"
    ${archives} ${fmt_archive} -l:libfyaml.a -l:libsqlite3.a -l:libpugixml.a -l:libminizip.a -l:libz.a -lm)
endfunction()
cpm_static_program(cpm_static cpm)
cpm_static_program(cpm_ci cpm-ci cmake/not_released.cpp)
