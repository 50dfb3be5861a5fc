#pragma once
// Text inside HTML and SVG: the one place where a text of a file becomes markup.
#include <string>
#include <string_view>

namespace cpm::render {

/// Safe between tags and between quotes. Signs that nobody sees become visible.
std::string markup_escaped(std::string_view text);

/// A text of blanks and line ends alone is shown as if it were not there.
bool says_something(std::string_view text);

/// ` name="value"`, escaped.
std::string attribute(std::string_view name, std::string_view value);

}  // namespace cpm::render
