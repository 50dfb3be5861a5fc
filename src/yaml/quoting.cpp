#include "yaml/quoting.h"

#include <algorithm>
#include <array>
#include <cstdint>

#include <fmt/format.h>

#include "base/text.h"
#include "base/utf8.h"
#include "yaml/source.h"

namespace cpm::yaml {
namespace {

// YAML allows no control characters and neither U+FFFE nor U+FFFF; what nobody sees is better read as a number.
bool needs_number(std::uint32_t code) {
  const bool control = code < 0x20 || (code >= 0x7F && code <= 0xA0);
  return control || code == 0xFFFE || code == 0xFFFF || !invisible_name(code).empty();
}

std::string as_number(std::uint32_t code) {
  if (code <= 0xFF) return fmt::format("\\x{:02x}", code);
  return code <= 0xFFFF ? fmt::format("\\u{:04x}", code) : fmt::format("\\U{:08x}", code);
}

bool all_visible(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const base::CodePoint character = base::code_point_at(text, at);
    if (!character.valid || needs_number(character.code)) return false;
    at += character.bytes;
  }
  return true;
}

bool begins_like_text(std::string_view text, bool flow) {
  constexpr std::string_view kNever = ",[]{}#&*!|>'\"%@`";
  constexpr std::string_view kBeforeText = "-?:";  // these begin a text when one goes on right behind them
  if (kNever.find(text.front()) != std::string_view::npos) return false;
  if (kBeforeText.find(text.front()) == std::string_view::npos) return true;
  return !flow && text.size() > 1 && text[1] != ' ';
}

// Nothing, a key that merges, a value that YAML 1.1 calls the default, marks of a document.
bool is_special(std::string_view text) {
  constexpr std::array<std::string_view, 6> kWords = {"~", "null", "Null", "NULL", "<<", "="};
  return std::ranges::find(kWords, text) != kWords.end() || text.starts_with("---") || text.starts_with("...");
}

}  // namespace

bool can_be_plain(std::string_view text, bool flow) {
  if (text.empty() || text.front() == ' ' || text.back() == ' ' || text.back() == ':') return false;
  if (!begins_like_text(text, flow) || is_special(text) || !all_visible(text)) return false;
  if (flow && text.find_first_of(",[]{}:") != std::string_view::npos) return false;
  return text.find(": ") == std::string_view::npos && text.find(" #") == std::string_view::npos;
}

std::string double_quoted(std::string_view text) {
  std::string result = "\"";
  for (std::size_t at = 0; at < text.size();) {
    const base::CodePoint character = base::code_point_at(text, at);
    if (character.code == '"' || character.code == '\\')
      result.append("\\").append(text.substr(at, 1));
    else if (character.code == '\n')
      result += "\\n";
    else if (character.code == '\t')
      result += "\\t";
    else if (character.code == '\r')
      result += "\\r";
    else if (needs_number(character.code))
      result += as_number(character.code);
    else
      result += text.substr(at, character.bytes);
    at += character.bytes;
  }
  return result + '"';
}

bool can_be_single_quoted(std::string_view text) {
  return all_visible(text);
}

std::string single_quoted(std::string_view text) {
  std::string result = "'";
  for (const char character : text) result.append(character == '\'' ? 2 : 1, character);
  return result + '\'';
}

}  // namespace cpm::yaml
