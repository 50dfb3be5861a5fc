#include "diag/record_path.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <vector>

#include "base/text.h"

namespace cpm::diag {
namespace {

/// A dash or a key at the beginning of a line; columns count bytes, from 0.
struct Token {
  std::size_t column = 0;
  std::string_view key = {};  ///< empty: a dash
};

std::size_t indent_of(std::string_view line) {
  return std::min(line.find_first_not_of(" \t"), line.size());
}

bool says_nothing(std::string_view line) {
  const std::size_t begin = indent_of(line);
  return begin == line.size() || line[begin] == '#';
}

// "status" of "status: done"; empty when the text begins with no key.
std::string_view key_of(std::string_view text) {
  std::size_t end = 0;
  while (end < text.size() && text[end] != ':' && text[end] != ' ' && text[end] != '{' && text[end] != '[') ++end;
  if (end == text.size() || text[end] != ':') return {};
  std::string_view key = text.substr(0, end);
  while (!key.empty() && (key.front() == '"' || key.front() == '\'')) key.remove_prefix(1);
  while (!key.empty() && (key.back() == '"' || key.back() == '\'')) key.remove_suffix(1);
  return key;
}

std::vector<Token> tokens_of(std::string_view line) {
  std::vector<Token> tokens;
  std::size_t at = indent_of(line);
  while (at + 1 < line.size() && line[at] == '-' && line[at + 1] == ' ') {
    tokens.push_back({.column = at});
    at = std::min(line.find_first_not_of(' ', at + 1), line.size());
  }
  if (const std::string_view key = key_of(line.substr(at)); !key.empty()) tokens.push_back({.column = at, .key = key});
  return tokens;
}

std::string plain(std::string_view value) {
  if (const std::size_t comment = value.find(" #"); comment != std::string_view::npos) value = value.substr(0, comment);
  std::string text{base::trimmed(value)};
  if (text.size() > 1 && (text.front() == '"' || text.front() == '\'') && text.back() == text.front())
    text = text.substr(1, text.size() - 2);
  std::ranges::replace(text, '/', '-');
  return text;
}

// The value of a key that begins in this column of the line, if it is the one asked for.
std::string_view value_of(std::string_view line, std::string_view key, std::size_t column) {
  for (const Token& token : tokens_of(line))
    if (token.key == key && token.column == column) return line.substr(line.find(':', column) + 1);
  return {};
}

// The entry of a list whose dash is in this line and column. Without an id it has no name: its words may be private, and its
// number changes when another entry is put in above.
std::string entry_name(const SourceFile& file, std::size_t number, std::size_t dash) {
  const std::string_view first = file.line(number);
  const std::size_t content = std::min(first.find_first_not_of(' ', dash + 1), first.size());
  for (const std::string_view key : std::array<std::string_view, 2>{"id", "item"}) {
    for (std::size_t at = number; at <= file.line_count(); ++at) {
      const std::string_view line = file.line(at);
      if (at > number && !says_nothing(line) && indent_of(line) <= dash) break;
      if (const std::string name = plain(value_of(line, key, content)); !name.empty()) return name;
    }
  }
  return "[]";
}

}  // namespace

std::string record_path(const SourceFile& file, std::size_t byte) {
  std::size_t number = file.position(byte).line;
  std::size_t limit = std::max(byte, file.line_start(number)) - file.line_start(number) + 1;
  bool below_dash = false;
  std::string path;
  for (; number > 0 && (limit > 0 || below_dash); --number) {
    const std::string_view line = file.line(number);
    if (says_nothing(line)) continue;
    const std::vector<Token> tokens = tokens_of(line);
    for (auto token = tokens.rbegin(); token != tokens.rend(); ++token) {
      const bool is_dash = token->key.empty();
      // A list may stand in the same column as the key that holds it.
      if (token->column >= limit && !(below_dash && !is_dash && token->column == limit)) continue;
      const std::string name = is_dash ? entry_name(file, number, token->column) : plain(base::visible(token->key));
      path = path.empty() ? name : name + "/" + path;
      limit = token->column;
      below_dash = is_dash;
    }
  }
  return path;
}

}  // namespace cpm::diag
