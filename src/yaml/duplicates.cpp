#include "yaml/duplicates.h"

#include <algorithm>
#include <numeric>
#include <string>
#include <string_view>
#include <unordered_set>
#include <utility>

#include <fmt/format.h>

#include "base/text.h"
#include "yaml/diagnose.h"

namespace cpm::yaml {
namespace {

constexpr std::size_t kPairwise = 12;  // up to so many keys, comparing all pairs is cheaper than sorting
constexpr std::size_t kMostNamed = 3;  // values named in one message

bool has_duplicates(std::span<const Entry> entries) {
  for (std::size_t i = 1; i < entries.size(); ++i) {
    for (std::size_t k = 0; k < i; ++k) {
      if (entries[i].key->text == entries[k].key->text) return true;
    }
  }
  return false;
}

std::string value_words(const Node& value) {
  if (value.kind == Kind::list) return "a list";
  if (value.kind == Kind::map) return "a map";
  if (value.kind == Kind::null && value.text.empty()) return "nothing";
  return fmt::format("`{}`", shown(value.text));
}

bool same_value(const Node& a, const Node& b) {
  const bool texts = a.entries.empty() && a.items.empty() && b.entries.empty() && b.items.empty();
  return texts && a.kind == b.kind && a.text == b.text && a.plain() == b.plain();
}

// Removing the line of an entry is safe when the entry is all that stands on it.
std::optional<diag::Fix> fix_remove(const Source& source, const Entry& entry) {
  const Line line = line_at(source, entry.key->span.begin);
  if (line.content != entry.key->span.begin || entry.value->span.end != end_of_text(source, line.content, line))
    return std::nullopt;
  if (end_of_text(source, line.content, line) != line.end) return std::nullopt;
  diag::Fix fix{.title = "remove the second one", .safety = diag::Safety::safe, .edits = {}};
  fix.edits.push_back({.span = source.span(line.begin, line.next), .replacement = ""});
  return fix;
}

diag::Diagnostic given_again(const Source& source, const Node& map, std::span<const std::uint32_t> places) {
  const Entry& first = map.entries[places[0]];
  const Entry& second = map.entries[places[1]];
  const Line line = line_at(source, first.key->span.begin);
  if (Judgment bullets = map.flow ? std::nullopt : bullets_of_records(source, line)) return std::move(*bullets);
  std::vector<std::string> values;
  for (std::size_t i = 0; i < std::min(places.size(), kMostNamed); ++i) {
    const Entry& entry = map.entries[places[i]];
    values.push_back(fmt::format("{} (line {})", value_words(*entry.value), source.line_number(entry.key->span.begin)));
  }
  if (places.size() > kMostNamed) values.push_back("…");
  diag::Diagnostic result;
  result.code = 119;
  result.message = fmt::format("`{}` is given {}: {}; keep one", shown(first.key->text),
                               places.size() == 2 ? "twice" : fmt::format("{} times", places.size()),
                               fmt::join(values, ", "));
  result.span = second.key->span;
  result.labels.push_back({.span = first.key->span, .text = "first given here"});
  for (std::size_t i = 2; i < std::min(places.size(), kMostNamed); ++i) {
    result.labels.push_back({.span = map.entries[places[i]].key->span, .text = "given again here"});
  }
  result.help = "a key can hold one value only: remove the others, or rename the key that is meant differently";
  if (places.size() == 2 && same_value(*first.value, *second.value) && !map.flow)
    result.fix = fix_remove(source, second);
  return result;
}

/// The first keys of the entries that the map holds: from there on, keys come again.
std::vector<std::size_t> starts_of_entries(const Node& map) {
  std::vector<std::size_t> starts = {0};
  std::unordered_set<std::string_view> seen;
  for (std::size_t i = 0; i < map.entries.size(); ++i) {
    if (seen.insert(map.entries[i].key->text).second) continue;
    starts.push_back(i);
    seen.clear();
    seen.insert(map.entries[i].key->text);
  }
  return starts;
}

/// Does each later entry repeat the first one: its first key and one more, or all of its keys?
bool are_entries(const Node& map, const std::vector<std::size_t>& starts) {
  const auto first = map.entries.subspan(0, starts[1]);
  for (std::size_t i = 1; i < starts.size(); ++i) {
    const std::size_t end = i + 1 < starts.size() ? starts[i + 1] : map.entries.size();
    const auto entry = map.entries.subspan(starts[i], end - starts[i]);
    const auto repeats = [&](const Entry& key) {
      return std::ranges::any_of(entry, [&](const Entry& each) { return each.key->text == key.key->text; });
    };
    const auto repeated = static_cast<std::size_t>(std::ranges::count_if(first, repeats));
    if (!repeats(first.front()) || repeated < std::min<std::size_t>(first.size(), 2)) return false;
  }
  return true;
}

/// The key of the list around the entry that starts on this line, or nothing.
std::string_view owner_of_list(const Source& source, const Line& entry) {
  std::optional<Line> above = filled_line_above(source, entry);
  while (above && (above->indent() > entry.indent() || source.bytes[above->content] == '-'))
    above = filled_line_above(source, *above);
  if (!above) return {};
  const std::size_t key = entry_start(source, *above);
  return source.text(key, key + key_length(source.text(key, above->end)));
}

/// Of an entry that holds the keys of several: reports those without their dash, and returns how many.
std::size_t check_missing_dashes(const Source& source, const Node& map, std::size_t most, diag::Diagnostics& findings) {
  if (map.flow) return 0;
  const Line line = line_at(source, map.entries[0].key->span.begin);
  if (line.content == line.end || source.bytes[line.content] != '-') return 0;
  const std::vector<std::size_t> starts = starts_of_entries(map);
  if (starts.size() < 2 || !are_entries(map, starts)) return 0;
  const std::string_view owner = owner_of_list(source, line);
  for (std::size_t i = 1; i < std::min(starts.size(), most + 1); ++i) {
    const Line start = line_at(source, map.entries[starts[i]].key->span.begin);
    if (start.content != map.entries[starts[i]].key->span.begin || start.indent() <= line.indent()) return i - 1;
    findings.add(missing_dash(source, start, line.indent(), source.file.text(map.entries[starts[i]].key->span), owner));
  }
  return std::min(starts.size() - 1, most);
}

}  // namespace

std::size_t check_duplicates(const Source& source, const Node& map, bool is_entry, std::size_t most,
                             std::vector<std::uint32_t>& scratch, diag::Diagnostics& findings) {
  const std::span<const Entry> entries = map.entries;
  if (entries.size() < 2 || most == 0 || (entries.size() <= kPairwise && !has_duplicates(entries))) return 0;
  scratch.resize(entries.size());
  std::iota(scratch.begin(), scratch.end(), 0U);
  const auto text = [&](std::uint32_t at) { return entries[at].key->text; };
  // By text, then by place: equal keys stand together, the first one first.
  std::sort(scratch.begin(), scratch.end(), [&](std::uint32_t a, std::uint32_t b) {
    const int order = text(a).compare(text(b));
    return order != 0 ? order < 0 : a < b;
  });
  std::vector<std::pair<std::size_t, std::size_t>> groups;
  for (std::size_t i = 0; i < scratch.size();) {
    std::size_t end = i + 1;
    while (end < scratch.size() && text(scratch[end]) == text(scratch[i])) ++end;
    if (end - i > 1) groups.emplace_back(i, end);
    i = end;
  }
  if (const std::size_t dashes = is_entry && !groups.empty() ? check_missing_dashes(source, map, most, findings) : 0;
      dashes > 0)
    return dashes;
  std::sort(groups.begin(), groups.end(),
            [&](const auto& a, const auto& b) { return scratch[a.first] < scratch[b.first]; });
  const std::size_t count = std::min(groups.size(), most);
  for (std::size_t i = 0; i < count; ++i) {
    findings.add(
        given_again(source, map, std::span{scratch}.subspan(groups[i].first, groups[i].second - groups[i].first)));
  }
  return count;
}

}  // namespace cpm::yaml
