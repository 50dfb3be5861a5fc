#pragma once
// Readers of what cpm writes, none of them ours: nlohmann's JSON, cmark-gfm, libxml2. Each throws Broken when the output is
// not what its format asks for; those that return a structure leave the texts out, so that two outputs can be compared.
#include <string>
#include <string_view>
#include <vector>

#include "render/formats.h"

namespace cpm::fuzz {

/// By the format's extension: formats that come later are judged as what they are.
void judge_output(const render::Format& format, const std::string& bytes);

/// Text that may reach a terminal: UTF-8, no character that hides or is obeyed.
void judge_text(std::string_view text);

/// Cells of all lines; quotes are closed, and no text is run by a spreadsheet.
std::vector<std::vector<std::string>> csv_cells(std::string_view text);

std::string json_structure(const std::string& text);
std::string markdown_structure(const std::string& text);
/// Elements and attributes' names; of XML, SVG and, more leniently, HTML.
std::string xml_structure(const std::string& text);
std::string html_structure(const std::string& text);

/// Does the text begin as a formula does for a spreadsheet?
bool is_formula(std::string_view cell);

}  // namespace cpm::fuzz
