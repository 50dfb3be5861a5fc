#pragma once
// Findings as a code quality report of GitLab: a list of records with the fields that its documentation names
// (docs.gitlab.com, "Code Quality", "Code Quality report format"): description, check_name, fingerprint, severity, location.
#include <string>

#include "render/formats.h"

namespace cpm::render {

std::string write_gitlab(const Job& job);

}  // namespace cpm::render
