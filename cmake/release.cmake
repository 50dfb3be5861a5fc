# release/facts.txt: cpm_fact_home, cpm_fact_maintainer, cpm_fact_version and cpm_fact_sha256; and what of it the program knows.
set(facts "${PROJECT_SOURCE_DIR}/release/facts.txt")
set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS "${facts}")
file(STRINGS "${facts}" fact_rows REGEX "^[a-z]")
foreach(row IN LISTS fact_rows)
  string(REGEX MATCH "^([a-z0-9]+) *(.*)$" row "${row}")
  set(cpm_fact_${CMAKE_MATCH_1} "${CMAKE_MATCH_2}")
endforeach()

set(cpm_downloads "")
if(cpm_fact_home AND cpm_fact_version)
  set(cpm_downloads "${cpm_fact_home}/releases/download/v${cpm_fact_version}")
endif()

# The day of the newest release in CHANGELOG.md. With it, and without the folder's name, a release has the same bytes wherever
# and whenever it is built.
file(STRINGS "${PROJECT_SOURCE_DIR}/CHANGELOG.md" released_days REGEX "^## [0-9.]+ \\(")
list(GET released_days 0 released_day)
string(REGEX REPLACE ".*\\((.*)\\).*" "\\1" released_day "${released_day}")
add_compile_options("$<$<CONFIG:Release>:-ffile-prefix-map=${PROJECT_SOURCE_DIR}/=>"
  "$<$<CONFIG:Release>:-ffile-prefix-map=${PROJECT_BINARY_DIR}/=>")

# format/released.h. Compiled by itself: the program of a release that checks repositories is linked with another one.
set(released_source "${PROJECT_BINARY_DIR}/generated/released.cpp")
configure_file("${PROJECT_SOURCE_DIR}/cmake/released.cpp.in" "${released_source}" @ONLY)
list(APPEND embedded_of_format "${released_source}")
