#include "assist/markdown.h"

#include "base/ascii.h"
#include "base/text.h"

namespace cpm::assist {

std::string markdown_text(std::string_view text) {
  constexpr std::string_view kMarks = "\\`*_{}[]<>#|!~&";
  constexpr std::string_view kFirstMarks = "-+=";
  const std::string shown = base::visible(text);
  const std::string_view line = base::trimmed(shown);
  std::size_t number = 0;
  while (number < line.size() && base::is_digit(line[number])) ++number;
  std::string escaped;
  for (std::size_t i = 0; i < line.size(); ++i) {
    const bool ends_number = i == number && i > 0 && (line[i] == '.' || line[i] == ')');
    const bool begins = i == 0 && kFirstMarks.find(line[i]) != std::string_view::npos;
    if (ends_number || begins || kMarks.find(line[i]) != std::string_view::npos) escaped += '\\';
    escaped += line[i];
  }
  return escaped;
}

}  // namespace cpm::assist
