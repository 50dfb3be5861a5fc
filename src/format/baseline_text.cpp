#include "format/baseline_text.h"

#include <algorithm>
#include <array>

#include "base/text.h"
#include "format/kinds.h"
#include "yaml/writer.h"

namespace cpm::format {
namespace {

using model::BaselineEntry;

constexpr std::string_view kBaselineRemark =
    "Known findings that are not fixed yet: `cpm check --baseline` reports all others.\n"
    "`cpm baseline` writes the entries. You can give each a `reason` and, in `until`, its last valid day.";

void write_entry(yaml::Writer& writer, const NewBaselineEntry& entry) {
  writer.begin_map();
  for (const auto& [key, text] :
       std::array<std::pair<std::string_view, const std::string*>, 5>{{{"fingerprint", &entry.fingerprint},
                                                                       {"code", &entry.code},
                                                                       {"file", &entry.file},
                                                                       {"record", &entry.record},
                                                                       {"found", &entry.found}}})
    if (!text->empty()) writer.key(key).text(*text);
  writer.key("since").plain(base::to_text(entry.since));
  if (!entry.reason.empty()) writer.key("reason").text(entry.reason);
  if (entry.until) writer.key("until").plain(base::to_text(*entry.until));
  writer.end_map();
}

/// The entries as lines, without the key above them.
std::string entry_lines(const std::vector<NewBaselineEntry>& entries) {
  if (entries.empty()) return {};
  yaml::Writer writer;
  writer.begin_map().key("entries").begin_list();
  for (const NewBaselineEntry& entry : entries) write_entry(writer, entry);
  writer.end_list().end_map();
  const std::string text = writer.finish();
  return text.substr(text.find('\n') + 1);
}

bool is_blank_or_comment(std::string_view line) {
  const std::string_view text = base::trimmed(line);
  return text.empty() || text.front() == '#';
}

/// Lines `[begin, end)` of an entry; comments right above it belong to it.
struct Lines {
  std::size_t begin = 0;
  std::size_t end = 0;
};

std::optional<std::vector<Lines>> lines_of(const diag::SourceFile& file, const model::Baseline& baseline) {
  std::vector<Lines> entries;
  for (const BaselineEntry& entry : baseline.entries) {
    std::size_t begin = file.position(entry.span.begin).line;
    if (!base::trimmed(file.line(begin)).starts_with("- ")) return std::nullopt;
    while (begin > 1 && base::trimmed(file.line(begin - 1)).starts_with('#')) --begin;
    if (!entries.empty()) entries.back().end = begin;
    entries.push_back({.begin = begin, .end = file.line_count() + 1});
  }
  // What follows the list at the end of the file is not the last entry's.
  if (!entries.empty()) {
    const std::size_t dash = file.line(file.position(baseline.entries.back().span.begin).line).find('-');
    std::size_t end = file.position(baseline.entries.back().span.begin).line + 1;
    for (std::size_t at = end; at <= file.line_count(); ++at) {
      if (is_blank_or_comment(file.line(at))) continue;
      if (file.line(at).find_first_not_of(' ') <= dash) break;
      end = at + 1;
    }
    entries.back().end = end;
  }
  return entries;
}

std::string_view text_of(const diag::SourceFile& file, std::size_t begin, std::size_t end) {
  const std::size_t from = begin <= 1 ? 0 : file.line_start(begin);
  return std::string_view{file.bytes()}.substr(from, file.line_start(end) - from);
}

/// As written, except for the end date of a renewed entry.
std::string entry_text(const diag::SourceFile& file, const Lines& lines, const BaselineEntry& entry,
                       const Renewal& renewal) {
  std::string text{text_of(file, lines.begin, lines.end)};
  if (std::ranges::find(renewal.entries, &entry) == renewal.entries.end()) return text;
  const std::size_t from = lines.begin <= 1 ? 0 : file.line_start(lines.begin);
  const diag::Span& span = entry.until.span;
  return text.replace(span.begin - from, span.end - span.begin, base::to_text(renewal.until));
}

void end_line(std::string& text) {
  if (!text.empty() && text.back() != '\n') text += '\n';
}

/// A list without entries is newly written: `entries: []` has no place for one.
std::optional<std::string> filled(const diag::SourceFile& file, const std::vector<NewBaselineEntry>& added) {
  for (std::size_t number = 1; number <= file.line_count(); ++number) {
    if (!file.line(number).starts_with("entries:")) continue;
    const std::string_view value = base::trimmed(file.line(number).substr(8));
    if (value != "[]") return std::nullopt;
    return std::string{text_of(file, 1, number)} + "entries:\n" + entry_lines(added) +
           std::string{text_of(file, number + 1, file.line_count() + 1)};
  }
  return std::nullopt;
}

}  // namespace

std::string baseline_text(const std::vector<NewBaselineEntry>& entries) {
  yaml::Writer writer;
  writer.comment(kBaselineRemark);
  writer.begin_map().key("format").text(format_text(*find_kind("baseline"))).key("entries");
  if (entries.empty()) return writer.empty_list().end_map().finish();
  writer.begin_list();
  for (const NewBaselineEntry& entry : entries) write_entry(writer, entry);
  return writer.end_list().end_map().finish();
}

std::optional<std::string> changed_baseline(const diag::SourceFile& file, const model::Baseline& baseline,
                                            const std::vector<const BaselineEntry*>& taken_out,
                                            const std::vector<NewBaselineEntry>& added, const Renewal& renewal) {
  if (taken_out.empty() && added.empty() && renewal.entries.empty()) return file.bytes();
  if (baseline.entries.empty()) return filled(file, added);
  const std::optional<std::vector<Lines>> entries = lines_of(file, baseline);
  if (!entries) return std::nullopt;
  std::string text{text_of(file, 1, entries->front().begin)};
  bool any_left = false;
  for (std::size_t i = 0; i < entries->size(); ++i) {
    if (std::ranges::find(taken_out, &baseline.entries[i]) != taken_out.end()) continue;
    text += entry_text(file, (*entries)[i], baseline.entries[i], renewal);
    any_left = true;
  }
  end_line(text);
  const std::string rest{text_of(file, entries->back().end, file.line_count() + 1)};
  if (any_left || !added.empty()) return text + entry_lines(added) + rest;
  const std::size_t key = text.rfind("entries:");
  if (key == std::string::npos) return std::nullopt;
  return text.substr(0, key) + "entries: []" + text.substr(key + 8) + rest;
}

}  // namespace cpm::format
