# One binary, its man pages and the schemas for editors.
install(TARGETS cpm RUNTIME DESTINATION "${CMAKE_INSTALL_BINDIR}")
foreach(section 1 5 7)
  file(GLOB pages CONFIGURE_DEPENDS "${PROJECT_SOURCE_DIR}/man/*.${section}")
  install(FILES ${pages} DESTINATION "${CMAKE_INSTALL_MANDIR}/man${section}")
endforeach()
if(EXISTS "${PROJECT_SOURCE_DIR}/schemas")
  install(DIRECTORY "${PROJECT_SOURCE_DIR}/schemas" DESTINATION "${CMAKE_INSTALL_DATADIR}/cpm"
    FILES_MATCHING PATTERN "*.schema.json")
endif()
