#include "base/csv.h"

#include <algorithm>
#include <array>

namespace cpm::base {

bool csv_would_be_run(std::string_view text) {
  // The last four are the wide forms of `=+-@`, which count for the same in some languages.
  constexpr std::array<std::string_view, 8> kStarts = {
      "=", "+", "-", "@", "\xEF\xBC\x9D", "\xEF\xBC\x8B", "\xEF\xBC\x8D", "\xEF\xBC\xA0"};
  const std::size_t first = text.find_first_not_of(" \t\r\n");
  if (first == std::string_view::npos) return false;
  return std::ranges::any_of(kStarts, [&](std::string_view start) { return text.substr(first).starts_with(start); });
}

std::string csv_quoted(std::string_view text) {
  if (text.find_first_of(",\"\r\n") == std::string_view::npos) return std::string(text);
  std::string cell = "\"";
  for (const char character : text) cell.append(character == '"' ? 2 : 1, character);
  return cell + "\"";
}

}  // namespace cpm::base
