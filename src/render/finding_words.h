#pragma once
// What the formats for code hosts share: how a file, a place and a finding's words are given to another program. Signs that
// nobody sees are made visible here; each format escapes for itself.
#include <cstddef>
#include <string>
#include <string_view>

#include "render/formats.h"

namespace cpm::render {

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
