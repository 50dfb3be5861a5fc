#pragma once
// Text from files as Markdown that reads as exactly that text, wherever it stands: it can never start a heading, a list, a
// link to somewhere hidden, HTML or a further table cell. Plain web addresses stay readable and clickable.
#include <string>
#include <string_view>

namespace cpm::render {

/// One line of Markdown. Signs that nobody sees are made visible first; line ends become blanks.
std::string markdown_escaped(std::string_view text);

}  // namespace cpm::render
