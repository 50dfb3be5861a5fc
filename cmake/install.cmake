# What a county's computer gets: the program, its manual pages, completions, schemas for editors, examples and documents.
install(TARGETS cpm RUNTIME DESTINATION "${CMAKE_INSTALL_BINDIR}")

foreach(section 1 5 7)
  file(GLOB pages CONFIGURE_DEPENDS "${PROJECT_SOURCE_DIR}/man/*.${section}")
  install(FILES ${pages} DESTINATION "${CMAKE_INSTALL_MANDIR}/man${section}")
endforeach()

# Where each shell looks for completions by itself.
set(completions "${PROJECT_SOURCE_DIR}/src/builtin/completions")
install(FILES "${completions}/cpm.bash" DESTINATION "${CMAKE_INSTALL_DATADIR}/bash-completion/completions" RENAME cpm)
install(FILES "${completions}/cpm.zsh" DESTINATION "${CMAKE_INSTALL_DATADIR}/zsh/vendor-completions" RENAME _cpm)
install(FILES "${completions}/cpm.fish" DESTINATION "${CMAKE_INSTALL_DATADIR}/fish/vendor_completions.d")

install(DIRECTORY "${PROJECT_SOURCE_DIR}/schemas" DESTINATION "${CMAKE_INSTALL_DATADIR}/cpm"
  FILES_MATCHING PATTERN "*.schema.json")

# The page that `cpm workbook` fills, if preset `web` has made it by then; no empty folder for it if not.
install(CODE "
  if(EXISTS \"${PROJECT_SOURCE_DIR}/build/web/workbook.html\")
    file(INSTALL \"${PROJECT_SOURCE_DIR}/build/web/workbook.html\"
      DESTINATION \"\${CMAKE_INSTALL_PREFIX}/${CMAKE_INSTALL_DATADIR}/cpm-toolkit\")
  endif()")

install(FILES "${PROJECT_SOURCE_DIR}/README.md" "${PROJECT_SOURCE_DIR}/LICENSE" DESTINATION "${CMAKE_INSTALL_DOCDIR}")
install(FILES "${PROJECT_SOURCE_DIR}/CHANGELOG.md" DESTINATION "${CMAKE_INSTALL_DOCDIR}" RENAME NEWS.md)
# examples/demo builds the source tree, so it stays there.
install(DIRECTORY "${PROJECT_SOURCE_DIR}/examples" DESTINATION "${CMAKE_INSTALL_DOCDIR}" PATTERN demo EXCLUDE)
