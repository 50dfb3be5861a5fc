#pragma once
// Findings as workflow commands of GitHub Actions: `::error file=…,line=…::message`, the weightiest first. The host shows at
// most ten of each severity for one step (its documentation, "Problem matchers", "Limitations"), so the tenth says how many
// more there are. The text for people follows in a folded group where commands in it are not obeyed.
#include <string>

#include "render/formats.h"

namespace cpm::render {

std::string write_github(const Job& job);

}  // namespace cpm::render
