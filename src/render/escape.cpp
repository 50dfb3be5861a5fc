#include "render/escape.h"

#include <algorithm>
#include <cctype>

#include <fmt/format.h>

#include "base/text.h"
#include "base/utf8.h"

namespace cpm::render {
namespace {

/// What stands for a character that means something in markup; empty for all others.
std::string_view entity_of(char character) {
  switch (character) {
    case '&':
      return "&amp;";
    case '<':
      return "&lt;";
    case '>':
      return "&gt;";
    case '"':
      return "&quot;";
    default:
      return {};
  }
}

std::string hexadecimal(char32_t unit) {
  constexpr std::string_view kDigits = "0123456789abcdef";
  std::string digits = "\\u";
  for (int shift = 12; shift >= 0; shift -= 4) digits += kDigits[(unit >> shift) & 0xF];
  return digits;
}

/// By number, as JSON writes it: two numbers above U+FFFF.
std::string by_number(char32_t code) {
  if (code < 0x10000) return hexadecimal(code);
  return hexadecimal(0xD800 + ((code - 0x10000) >> 10)) + hexadecimal(0xDC00 + ((code - 0x10000) & 0x3FF));
}

void append_safe(std::string& safe, char character, std::string_view entity) {
  if (entity.empty())
    safe += character;
  else
    safe += entity;
}

/// XML 1.0 cannot hold U+FFFE and U+FFFF even when they are written by number.
std::string_view outside_xml_at(std::string_view text, std::size_t at) {
  const std::string_view character = text.substr(at, 3);
  return character == "\xEF\xBF\xBE" ? "\\u{fffe}" : character == "\xEF\xBF\xBF" ? "\\u{ffff}" : std::string_view{};
}

bool is_digit(char character) {
  return character >= '0' && character <= '9';
}
bool is_word(char character) {
  return is_digit(character) || (character >= 'a' && character <= 'z') || (character >= 'A' && character <= 'Z');
}

// Characters that mean something anywhere in a line. `_`, `&` and `#` only do in some places, see below.
constexpr std::string_view kAnywhere = "\\`*[]~|$";
// Characters that mean something at the start of a line: lists, rules, lines under headings.
constexpr std::string_view kAtStart = "-+=";

// "&amp;", "&#39;": what a reader's Markdown would turn into another character.
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
  const char character = text[at];
  if (kAnywhere.find(character) != std::string_view::npos) return true;
  if (character == '_') return !is_inside_word(text, at);
  if (character == '#') return at == 0 || text[at - 1] == ' ';
  return at == 0 && kAtStart.find(character) != std::string_view::npos;
}

bool is_plain(std::string_view text, std::size_t at) {
  const char character = text[at];
  return character != '<' && character != '>' && !(character == '&' && starts_entity(text.substr(at))) &&
         !needs_backslash(text, at);
}

// The `:` or `.` that makes a clickable web address, when the address has characters to be escaped: readers take the backslashes
// for a part of it, and what follows would stand there without any. Escaping this one character leaves plain text.
class Addresses {
 public:
  explicit Addresses(std::string_view text) : text_(text) {}

  bool starts_spoilt(std::size_t at) {
    const bool starts = text_.substr(at).starts_with("://") ||
                        (text_[at] == '.' && at >= 3 && base::lower(text_.substr(at - 3, 3)) == "www");
    if (!starts) return false;
    // One address may hold many such places: where it ends is looked for once.
    end_ = std::max(end_, at);
    while (end_ < text_.size() && text_[end_] != ' ' && is_plain(text_, end_)) ++end_;
    return end_ < text_.size() && text_[end_] != ' ';
  }

 private:
  std::string_view text_;
  std::size_t end_ = 0;  ///< everything from the last place that was asked about up to here is plain
};

// "1. " or "12) " at the start would be a numbered list: the place of the point or bracket, else the text's end.
std::size_t list_number_end(std::string_view text) {
  std::size_t at = 0;
  while (at < text.size() && is_digit(text[at])) ++at;
  const bool is_list = at > 0 && at < text.size() && (text[at] == '.' || text[at] == ')') &&
                       (at + 1 == text.size() || text[at + 1] == ' ');
  return is_list ? at : text.size();
}

/// Dashes, quotation marks and dots beyond ASCII (U+2000 to U+207F) are left out like those of ASCII.
bool is_punctuation_at(std::string_view text, std::size_t at) {
  return text.substr(at, 2) == "\xe2\x80" || text.substr(at, 2) == "\xe2\x81";
}

std::string slug(std::string_view heading) {
  const std::string words = base::lower(base::trimmed(heading));
  std::string made;
  for (std::size_t at = 0; at < words.size(); ++at) {
    const auto character = static_cast<unsigned char>(words[at]);
    if (is_punctuation_at(words, at))
      at += 2;
    else if (character >= 0x80 || std::isalnum(character) != 0 || character == '_' || character == '-')
      made += words[at];
    else if (character == ' ')
      made += '-';
  }
  return made;
}

}  // namespace

std::string json_safe(std::string json) {
  const auto ordinary = [](char character) { return (character >= ' ' && character < '\x7f') || character == '\n'; };
  if (std::ranges::all_of(json, ordinary)) return json;
  std::string safe;
  safe.reserve(json.size());
  for (std::size_t at = 0; at < json.size();) {
    const base::CodePoint character = base::code_point_at(json, at);
    if (base::is_hidden(character.code) && json[at] != '\n')
      safe += by_number(character.code);
    else
      safe.append(json, at, character.bytes);
    at += character.bytes;
  }
  return safe;
}

std::string markup_escaped(std::string_view text) {
  std::string safe;
  for (const char character : base::visible(text))
    append_safe(safe, character, character == '\'' ? "&#39;" : entity_of(character));
  return safe;
}

bool says_something(std::string_view text) {
  return !base::trimmed(base::visible(text)).empty();
}

std::string attribute(std::string_view name, std::string_view value) {
  return fmt::format(" {}=\"{}\"", name, markup_escaped(value));
}

std::string number_attribute(std::string_view name, std::int64_t value) {
  return fmt::format(" {}=\"{}\"", name, value);
}

std::string xml_escaped(std::string_view text) {
  std::string safe;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const std::string_view shown = outside_xml_at(text, at);
    append_safe(safe, text[at], !shown.empty() ? shown : text[at] == '\n' ? "&#10;" : entity_of(text[at]));
    if (!shown.empty()) at += 2;
  }
  return safe;
}

std::string xml_attribute(std::string_view name, std::string_view value) {
  return fmt::format(" {}=\"{}\"", name, xml_escaped(value));
}

std::string markdown_escaped(std::string_view raw) {
  const std::string shown = base::visible(raw);
  const std::string_view text = base::trimmed(shown);
  const std::size_t number_end = list_number_end(text);
  Addresses addresses(text);
  std::string escaped;
  escaped.reserve(text.size() + 16);
  for (std::size_t at = 0; at < text.size(); ++at) {
    const char character = text[at];
    if (character == '<')
      escaped += "&lt;";
    else if (character == '>')
      escaped += "&gt;";
    else if (character == '&' && starts_entity(text.substr(at)))
      escaped += "&amp;";
    else if (at == number_end || needs_backslash(text, at) || addresses.starts_spoilt(at))
      escaped.append("\\").append(1, character);
    else
      escaped += character;
  }
  return escaped;
}

std::string percent_encoded(std::string_view text, std::string_view also_plain) {
  constexpr std::string_view kPlain = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~";
  std::string encoded;
  for (const char character : text) {
    if (kPlain.find(character) != std::string_view::npos || also_plain.find(character) != std::string_view::npos)
      encoded += character;
    else
      encoded += fmt::format("%{:02X}", static_cast<unsigned char>(character));
  }
  return encoded;
}

std::vector<std::string> verbatim_lines(std::string_view text) {
  std::vector<std::string> lines;
  for (std::string_view line : base::split(text, '\n')) {
    if (line.ends_with('\r')) line.remove_suffix(1);
    std::string& shown = lines.emplace_back();
    for (const std::string_view part : base::split(line, '\t')) {
      if (part.data() != line.data()) shown += '\t';
      shown += base::visible(part);
    }
  }
  while (!lines.empty() && lines.back().empty()) lines.pop_back();
  return lines;
}

std::string Anchors::operator()(std::string_view heading) {
  const std::string name = slug(base::visible(heading));
  std::string made = name;
  while (seen_.contains(made)) made = name + "-" + std::to_string(++seen_[name]);
  seen_[made] = 0;
  return made;
}

}  // namespace cpm::render
