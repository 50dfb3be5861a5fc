#pragma once
// A text of a file as part of a line of Markdown.
#include <string>
#include <string_view>

namespace cpm::assist {

/// One line that says exactly this text: no mark of it means anything, and what nobody sees is visible. At the beginning of a
/// line it begins no list or heading either.
std::string markdown_text(std::string_view text);

}  // namespace cpm::assist
