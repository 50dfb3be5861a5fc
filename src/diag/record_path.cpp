#include "diag/record_path.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <vector>

#include "base/text.h"

namespace cpm::diag {
namespace {

// A line that opens more lists within lists than a file may nest is not read further.
constexpr std::size_t kMostDashes = 64;

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

/// Where a key begins in a line, behind dashes; columns count bytes, from 0.
struct LineKey {
  std::vector<std::size_t> dashes = {};
  std::size_t column = 0;
  std::string_view key = {};
};

LineKey line_key(std::string_view line) {
  LineKey found;
  std::size_t at = indent_of(line);
  while (at + 1 < line.size() && line[at] == '-' && line[at + 1] == ' ' && found.dashes.size() < kMostDashes) {
    found.dashes.push_back(at);
    at = std::min(line.find_first_not_of(' ', at + 1), line.size());
  }
  found.column = at;
  found.key = key_of(line.substr(at));
  return found;
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
  const LineKey found = line_key(line);
  return found.key == key && found.column == column ? line.substr(line.find(':', column) + 1) : std::string_view{};
}

}  // namespace

RecordPaths::RecordPaths(const SourceFile& file) : file_(file) {
  for (std::size_t number = 1; number <= file.line_count(); ++number) add_line(number);
  set_parents();
}

void RecordPaths::add_line(std::size_t number) {
  const std::string_view line = file_.line(number);
  if (says_nothing(line)) return;
  const LineKey found = line_key(line);
  for (const std::size_t dash : found.dashes) tokens_.push_back({.line = number, .column = dash});
  if (!found.key.empty()) tokens_.push_back({.line = number, .column = found.column, .key = found.key});
}

// The nearest token above that stands further left. A list may stand in the same column as the key that holds it.
void RecordPaths::set_parents() {
  std::vector<std::size_t> open;  // counted from 1
  for (std::size_t i = 0; i < tokens_.size(); ++i) {
    Token& token = tokens_[i];
    const bool is_dash = token.key.empty();
    const auto is_closed = [&](const Token& last) {
      return last.column > token.column || (last.column == token.column && !(is_dash && !last.key.empty()));
    };
    while (!open.empty() && is_closed(tokens_[open.back() - 1])) open.pop_back();
    token.parent = open.empty() ? 0 : open.back();
    open.push_back(i + 1);
  }
}

const std::string& RecordPaths::name_of(Token& token) {
  if (!token.name) token.name = token.key.empty() ? entry_name(token) : plain(base::visible(token.key));
  return *token.name;
}

// Without an id an entry has no name: its words may be private, and its number changes when another entry is put in above.
std::string RecordPaths::entry_name(const Token& dash) const {
  const std::string_view first = file_.line(dash.line);
  const std::size_t content = std::min(first.find_first_not_of(' ', dash.column + 1), first.size());
  for (const std::string_view key : std::array<std::string_view, 2>{"id", "item"}) {
    for (std::size_t at = dash.line; at <= file_.line_count(); ++at) {
      const std::string_view line = file_.line(at);
      if (at > dash.line && !says_nothing(line) && indent_of(line) <= dash.column) break;
      if (const std::string name = plain(value_of(line, key, content)); !name.empty()) return name;
    }
  }
  return "[]";
}

std::string RecordPaths::at(std::size_t byte) {
  const std::size_t line = file_.position(byte).line;
  const std::size_t limit = std::max(byte, file_.line_start(line)) - file_.line_start(line);
  const auto after = std::ranges::upper_bound(tokens_, line, {}, &Token::line);
  auto next = static_cast<std::size_t>(after - tokens_.begin());
  while (next > 0 && tokens_[next - 1].column > limit) next = tokens_[next - 1].parent;
  std::vector<std::string_view> names;
  for (; next > 0; next = tokens_[next - 1].parent) names.push_back(name_of(tokens_[next - 1]));
  std::string path;
  for (auto name = names.rbegin(); name != names.rend(); ++name) path.append(path.empty() ? "" : "/").append(*name);
  return path;
}

std::string FindingRecords::of(const Diagnostic& finding) {
  if (!finding.span.known() || finding.span.whole_file) return finding.item;
  const auto [at, fresh] = files_.try_emplace(finding.span.file, sources_.file(finding.span.file));
  return at->second.at(finding.span.begin);
}

}  // namespace cpm::diag
