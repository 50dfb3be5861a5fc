#pragma once
// What the formats share of findings: the line that sums them up, and how a file, a place and a finding's words are said, to
// people and to other programs. Characters that nobody sees are made visible here; each format escapes for itself.
#include <cstddef>
#include <string>
#include <string_view>

#include "render/formats.h"
#include "report/document.h"

namespace cpm::render {

/// The last line of a check: what was looked at, and what was found,
/// "58 files, 63 rules: 7 problems in 6 files (4 errors, 2 warnings, 1 advice; 3 can be fixed by cpm fix)",
/// and what was not looked at: "; 5 files ignored by cpm.yaml; 3 findings accepted; 2 rules hidden". Without a line end.
/// Only for outcomes with `checked`.
std::string summary(const Job& job);

/// That line, and a table of what was found, as blocks of a page. Under a heading unless the page has nothing else.
void append_findings(report::Document& page, const Job& job);

/// The place of a finding or label as written in headings: "plans/2026.yaml:26:9"; the path alone for a whole file, empty
/// when there is no file.
std::string place_text(const diag::Span& span, const diag::SourceMap& sources);

// For other programs.

/// The path from the root of the host's checkout, with `/`: "county/plans/2026.yaml". An absolute path stays one.
std::string host_path(const diag::SourceFile& file, const Settings& settings);

/// The text with its line ends kept, without any at the end; all else that cannot be seen is made visible.
std::string shown_text(std::string_view text);

/// "CPM310 score-not-on-scale"
std::string code_and_name(diag::Code code);

/// Message and remedy: two paragraphs, or one when there is no remedy.
std::string message_and_help(const diag::Diagnostic& finding);

/// Lines and columns from 1; the end is the place after the last character. False for a whole file, or no file at all.
struct HostRegion {
  bool known = false;
  diag::Position begin = {};
  diag::Position end = {};
};
HostRegion host_region(const diag::Span& span, const diag::SourceMap& sources);

}  // namespace cpm::render
