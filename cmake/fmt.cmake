# cpm_fmt: what the rooms link for sentences, compiled once from fmt's headers (cmake/fmt.cpp). Other versions of fmt than Debian
# 12's need other lines there; with them each file compiles what it needs.
if(fmt_VERSION VERSION_GREATER_EQUAL 9 AND fmt_VERSION VERSION_LESS 10)
  add_library(cpm_fmt STATIC "${PROJECT_SOURCE_DIR}/cmake/fmt.cpp")
  target_include_directories(cpm_fmt SYSTEM PUBLIC $<TARGET_PROPERTY:fmt::fmt-header-only,INTERFACE_INCLUDE_DIRECTORIES>)
  target_link_libraries(cpm_fmt PRIVATE cpm_sanitizers)
  set(fmt_archive $<TARGET_FILE:cpm_fmt>)
else()
  add_library(cpm_fmt INTERFACE)
  target_link_libraries(cpm_fmt INTERFACE fmt::fmt-header-only)
endif()
