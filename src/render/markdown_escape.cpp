#include "render/markdown_escape.h"

#include <algorithm>

#include "base/text.h"

namespace cpm::render {
namespace {

bool is_digit(char sign) {
  return sign >= '0' && sign <= '9';
}
bool is_word(char sign) {
  return is_digit(sign) || (sign >= 'a' && sign <= 'z') || (sign >= 'A' && sign <= 'Z');
}

// Signs that mean something anywhere in a line. `_`, `&` and `#` only do in some places, see below.
constexpr std::string_view kAnywhere = "\\`*[]~|$";
// Signs that mean something at the start of a line: lists, rules, lines under headings.
constexpr std::string_view kAtStart = "-+=";

// Longer ones are not made clickable; it bounds the time that hostile texts can take.
constexpr std::size_t kLongestAddress = 2000;

// "&amp;", "&#39;": what a reader's Markdown would turn into another sign.
bool starts_entity(std::string_view text) {
  std::size_t at = 1;
  if (at < text.size() && text[at] == '#') ++at;
  const std::size_t first = at;
  while (at < text.size() && is_word(text[at])) ++at;
  return at > first && at < text.size() && text[at] == ';';
}

// Inside a word `_` is itself; escaping it there would spoil ids and web addresses.
bool is_inside_word(std::string_view text, std::size_t at) {
  return at > 0 && at + 1 < text.size() && is_word(text[at - 1]) && is_word(text[at + 1]);
}

bool needs_backslash(std::string_view text, std::size_t at) {
  const char sign = text[at];
  if (kAnywhere.find(sign) != std::string_view::npos) return true;
  if (sign == '_') return !is_inside_word(text, at);
  if (sign == '#') return at == 0 || text[at - 1] == ' ';
  return at == 0 && kAtStart.find(sign) != std::string_view::npos;
}

bool is_plain(std::string_view text, std::size_t at) {
  const char sign = text[at];
  return sign != '<' && sign != '>' && !(sign == '&' && starts_entity(text.substr(at))) && !needs_backslash(text, at);
}

// The `:` or `.` that makes a clickable web address, when the address has signs to be escaped: readers take the backslashes
// for a part of it, and what follows would stand there without any. Escaping this one sign leaves plain text.
bool starts_spoilt_address(std::string_view text, std::size_t at) {
  const bool starts = text.substr(at).starts_with("://") ||
                      (text[at] == '.' && at >= 3 && base::lower(text.substr(at - 3, 3)) == "www");
  if (!starts) return false;
  const std::string_view address = text.substr(0, std::min(text.size(), at + kLongestAddress));
  std::size_t end = at;
  while (end < address.size() && text[end] != ' ' && is_plain(text, end)) ++end;
  return end < text.size() && text[end] != ' ';
}

// "1. " or "12) " at the start would be a numbered list: the place of the point or bracket, else the text's end.
std::size_t list_number_end(std::string_view text) {
  std::size_t at = 0;
  while (at < text.size() && is_digit(text[at])) ++at;
  const bool is_list = at > 0 && at < text.size() && (text[at] == '.' || text[at] == ')') &&
                       (at + 1 == text.size() || text[at + 1] == ' ');
  return is_list ? at : text.size();
}

}  // namespace

std::string markdown_escaped(std::string_view raw) {
  const std::string shown = base::visible(raw);
  const std::string_view text = base::trimmed(shown);
  const std::size_t number_end = list_number_end(text);
  std::string escaped;
  escaped.reserve(text.size() + 16);
  for (std::size_t at = 0; at < text.size(); ++at) {
    const char sign = text[at];
    if (sign == '<')
      escaped += "&lt;";
    else if (sign == '>')
      escaped += "&gt;";
    else if (sign == '&' && starts_entity(text.substr(at)))
      escaped += "&amp;";
    else if (at == number_end || needs_backslash(text, at) || starts_spoilt_address(text, at))
      escaped.append("\\").append(1, sign);
    else
      escaped += sign;
  }
  return escaped;
}

}  // namespace cpm::render
