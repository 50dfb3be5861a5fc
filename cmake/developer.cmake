# Targets that rewrite files of the source tree; the tests only compare.
find_program(CLANG_FORMAT NAMES clang-format-14 clang-format)
mark_as_advanced(CLANG_FORMAT)
file(GLOB_RECURSE formatted CONFIGURE_DEPENDS
  "${PROJECT_SOURCE_DIR}/src/*.h" "${PROJECT_SOURCE_DIR}/src/*.cpp"
  "${PROJECT_SOURCE_DIR}/tests/*.h" "${PROJECT_SOURCE_DIR}/tests/*.cpp")
if(CLANG_FORMAT)
  add_custom_target(format COMMAND "${CLANG_FORMAT}" -i ${formatted} COMMENT "Laying out the sources" VERBATIM)
endif()

if(BUILD_TESTING)
  # Fails once when it changed something, so that it cannot be mistaken for a pass.
  add_custom_target(update-golden
    COMMAND "${CMAKE_COMMAND}" -E env CPM_UPDATE_GOLDEN=1
            "${CMAKE_CTEST_COMMAND}" --test-dir "${PROJECT_BINARY_DIR}" --tests-regex "^golden" --output-on-failure
    DEPENDS cpm cpm_tests
    USES_TERMINAL VERBATIM)

  add_custom_target(update-docs
    COMMAND "${CMAKE_COMMAND}" -E env "CPM=$<TARGET_FILE:cpm>" "CPM_ROOT=${PROJECT_SOURCE_DIR}"
            /usr/bin/python3 "${PROJECT_SOURCE_DIR}/tests/scripts/generated.py" --write
    COMMAND "${CMAKE_COMMAND}" -E env "CPM=$<TARGET_FILE:cpm>" "CPM_ROOT=${PROJECT_SOURCE_DIR}"
            /usr/bin/python3 "${PROJECT_SOURCE_DIR}/tests/scripts/pictures.py" --write
    DEPENDS cpm
    USES_TERMINAL VERBATIM)
endif()
