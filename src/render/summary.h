#pragma once
// The last line of a check: what was looked at, and what was found.
#include <string>

#include "render/formats.h"

namespace cpm::render {

/// "58 files, 63 rules: 7 problems in 6 files (4 errors, 2 warnings, 1 advice; 3 can be fixed by cpm fix)"; without a line end.
/// Only for outcomes with `checked`.
std::string summary(const Job& job);

/// The place of a finding or label as written in headings: "plans/2026.yaml:26:9"; the path alone for a whole file, empty
/// when there is no file.
std::string place_text(const diag::Span& span, const diag::SourceMap& sources);

}  // namespace cpm::render
