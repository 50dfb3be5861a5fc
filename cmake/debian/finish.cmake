# Run by CPack on the staged files, before the .deb is put together: what Debian's policy wants besides `cmake --install`.
file(GLOB_RECURSE pages "${CPACK_TEMPORARY_DIRECTORY}/usr/share/man/*")
set(documents "${CPACK_TEMPORARY_DIRECTORY}/usr/share/doc/${CPACK_PACKAGE_NAME}")
file(RENAME "${CPACK_TEMPORARY_DIRECTORY}/usr/share/doc/cpm" "${documents}")
configure_file("${CPACK_CPM_DEBIAN_CHANGELOG}" "${documents}/changelog" COPYONLY)
execute_process(COMMAND gzip --best --no-name ${pages} "${documents}/changelog" COMMAND_ERROR_IS_FATAL ANY)
configure_file("${CMAKE_CURRENT_LIST_DIR}/copyright" "${documents}/copyright" COPYONLY)
file(REMOVE "${documents}/LICENSE")  # the copyright file names Debian's copy
