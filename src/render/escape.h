#pragma once
// A text of a file inside another notation, so that it reads there as exactly that text: the one place where it becomes markup,
// Markdown, an address or the name of a link.
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace cpm::render {

// HTML and SVG.

/// JSON as a library writes it, with what nobody sees by its number: readers get every character as it was; a terminal that shows
/// the file obeys none.
std::string json_safe(std::string json);

/// Safe between tags and between quotes. Characters that nobody sees become visible.
std::string markup_escaped(std::string_view text);
/// A text of spaces and line ends alone is shown as if it were not there.
bool says_something(std::string_view text);
/// ` name="value"`, escaped.
std::string attribute(std::string_view name, std::string_view value);
std::string number_attribute(std::string_view name, std::int64_t value);

// XML that is data: of texts whose unseen characters are visible already. Line ends are kept.

std::string xml_escaped(std::string_view text);
std::string xml_attribute(std::string_view name, std::string_view value);

// Markdown.

/// One line, which can never start a heading, a list, a link to somewhere hidden, HTML or a further table cell. Characters that
/// nobody sees are made visible first; line ends become spaces. Plain web addresses stay readable and clickable.
std::string markdown_escaped(std::string_view text);

// Addresses.

/// RFC 3986: letters, digits and -._~ stand for themselves, and what is `also_plain`; all else is written by number.
std::string percent_encoded(std::string_view text, std::string_view also_plain = {});

/// Names of headings that links lead to, as git hosts make them from the words, so that the same link works there and in HTML.
class Anchors {
 public:
  /// "Score by area" → `score-by-area`, the second time `score-by-area-1`.
  std::string operator()(std::string_view heading);

 private:
  std::map<std::string, int> seen_;
};

// Text that is shown as it is.

/// Its lines without line ends, and without empty lines at the end; characters that nobody sees are visible, tabs stay tabs.
std::vector<std::string> verbatim_lines(std::string_view text);

}  // namespace cpm::render
