# `cpack -G DEB` in a release build makes cpm-toolkit_<version>_<architecture>.deb; lintian accepts it (tests/scripts/packages.py).
# With SOURCE_DATE_EPOCH set it has the same bytes each time: release/make.
set(CPM_MAINTAINER "The maintainers of cpm <maintainers@cpm.invalid>")
if(cpm_fact_maintainer)
  set(CPM_MAINTAINER "${cpm_fact_maintainer}")
endif()
execute_process(COMMAND date --utc --rfc-email "--date=${released_day} 12:00" OUTPUT_VARIABLE CPM_RELEASED_AT
  OUTPUT_STRIP_TRAILING_WHITESPACE COMMAND_ERROR_IS_FATAL ANY)
configure_file("${PROJECT_SOURCE_DIR}/cmake/debian/changelog.in" "${PROJECT_BINARY_DIR}/debian/changelog" @ONLY)

set(CPACK_GENERATOR DEB)
# Not `cpm`: Debian has a program of that name, with a higher version, which an upgrade would put in our place.
set(CPACK_PACKAGE_NAME cpm-toolkit)
set(CPACK_PACKAGE_VERSION "${PROJECT_VERSION}")
set(CPACK_PACKAGE_CONTACT "${CPM_MAINTAINER}")
set(CPACK_PACKAGE_HOMEPAGE_URL "${cpm_fact_home}")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "Core Practice Model of child welfare agencies in plain files")
set(CPACK_PACKAGE_DESCRIPTION "County child welfare agencies of California write their Snapshot, plan and
theory of change as YAML files. cpm checks them, adds up scores, ranks
opportunities, tracks plans and writes reports. It needs no service and no
network.")
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_INSTALL_DEFAULT_DIRECTORY_PERMISSIONS
  OWNER_READ OWNER_WRITE OWNER_EXECUTE GROUP_READ GROUP_EXECUTE WORLD_READ WORLD_EXECUTE)
set(CPACK_STRIP_FILES ON)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SECTION misc)
set(CPACK_DEBIAN_PACKAGE_PRIORITY optional)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PACKAGE_SUGGESTS git)
set(CPACK_DEBIAN_PACKAGE_CONFLICTS cpm)
set(CPACK_DEBIAN_PACKAGE_CONTROL_STRICT_PERMISSION ON)
set(CPACK_PRE_BUILD_SCRIPTS "${PROJECT_SOURCE_DIR}/cmake/debian/finish.cmake")
# CPack passes variables whose names begin like this to its scripts.
set(CPACK_CPM_DEBIAN_CHANGELOG "${PROJECT_BINARY_DIR}/debian/changelog")
include(CPack)
