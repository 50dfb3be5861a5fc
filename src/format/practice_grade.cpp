#include "format/practice_grade.h"

#include <algorithm>
#include <set>

#include "base/text.h"

namespace cpm::format {
namespace {

const std::optional<TextTree>& file_now(const PracticeNow& now, std::string_view path) {
  return path == kPracticePlan ? now.plan : now.snapshot;
}

/// Spaces, quotes and large letters make no other value.
std::string plain_value(const std::string& text) {
  std::string plain;
  for (const char character : base::lower(text))
    if (std::string_view{" \t\n\"'.,;:"}.find(character) == std::string_view::npos) plain += character;
  return plain;
}

bool same_values(const TextsByPath& one, const TextsByPath& other) {
  return std::ranges::equal(one, other, [](const auto& a, const auto& b) {
    return a.first == b.first && plain_value(a.second) == plain_value(b.second);
  });
}

bool is_in(std::string_view path, std::string_view record) {
  return path.starts_with(record) && (path.size() == record.size() || path[record.size()] == '/');
}

/// Is the finding the one that this mistake raises?
bool explains(const Planted& planted, const FoundMistake& finding) {
  if (planted.mistake->code == 0 || finding.code != planted.mistake->code || finding.file != planted.mistake->file)
    return false;
  return is_in(finding.record, planted.record) || finding.item == planted.record.substr(planted.record.rfind('/') + 1);
}

bool is_broken_now(const PracticeNow& now, std::string_view file) {
  return !file_now(now, file) || std::ranges::find(now.broken, file) != now.broken.end();
}

/// Does the file still say what was planted? Of a mistake that `cpm check` reports and cannot judge now, the whole record counts.
bool is_unchanged(const Practice& practice, const Planted& planted, const TextTree& file) {
  const Mistake& mistake = *planted.mistake;
  if (mistake.code == 0) return same_values(values_of(file, planted.record, mistake.keys), planted.as_planted);
  return same_values(texts_by_path(*find(file, planted.record)),
                     texts_by_path(*find(practice.county.file(mistake.file), planted.record)));
}

/// What became of a mistake that no finding shows.
Fate silent_fate(const Practice& practice, const Planted& planted, const PracticeNow& now) {
  const Mistake& mistake = *planted.mistake;
  const std::optional<TextTree>& file = file_now(now, mistake.file);
  if (!file) return Fate::unclear;
  if (find(*file, planted.record) == nullptr) return Fate::removed;
  if (mistake.code != 0 && !is_broken_now(now, mistake.file)) return Fate::fixed;  // `cpm check` has had its say
  if (is_unchanged(practice, planted, *file)) return Fate::still_there;
  return mistake.code == 0 ? Fate::fixed : Fate::unclear;
}

GradedMistake graded(const Practice& practice, const Planted& planted, const PracticeNow& now) {
  const auto finding = std::ranges::find_if(now.findings,
                                            [&](const FoundMistake& found) { return explains(planted, found); });
  if (finding != now.findings.end()) return {.planted = &planted, .fate = Fate::still_there, .line = finding->line};
  return {.planted = &planted, .fate = silent_fate(practice, planted, now)};
}

/// The record of a path that is gone as a whole: "steps/s2" of "steps/s2/due"; the path itself when it is not.
std::string what_is_gone(const TextTree& file, const std::string& path) {
  for (std::size_t end = path.find('/'); end != std::string::npos; end = path.find('/', end + 1))
    if (find(file, path.substr(0, end)) == nullptr) return path.substr(0, end);
  return path;
}

/// Belongs the path to what a mistake is about? Then changing it is no loss.
bool belongs_to_mistake(const Practice& practice, std::string_view file, const std::string& path) {
  return std::ranges::any_of(practice.planted, [&](const Planted& planted) {
    if (planted.mistake->file != file || !is_in(path, planted.record)) return false;
    const auto keys = base::split(planted.mistake->keys, ' ');
    return std::ranges::any_of(
        keys, [&](std::string_view key) { return is_in(path, planted.record + "/" + std::string(key)); });
  });
}

void add_changes(const Practice& practice, const PracticeNow& now, std::string_view file, Grade& grade) {
  const std::optional<TextTree>& tree = file_now(now, file);
  if (!tree) return;
  const TextsByPath texts = texts_by_path(*tree);
  std::set<std::string> gone;
  for (const auto& [path, was] : texts_by_path(practice.county.file(file))) {
    const auto found = texts.find(path);
    if (found == texts.end()) {
      const std::string record = what_is_gone(*tree, path);
      const bool meant = record == path && belongs_to_mistake(practice, file, path);
      if (!meant && gone.insert(record).second)
        grade.other_changes.push_back({.file = file, .path = record, .was = record == path ? was : std::string()});
    } else if (plain_value(found->second) != plain_value(was) && !belongs_to_mistake(practice, file, path)) {
      grade.other_changes.push_back({.file = file, .path = path, .was = was, .now = found->second});
    }
  }
}

}  // namespace

Grade grade(const Practice& practice, const PracticeNow& now) {
  Grade grade;
  for (const Planted& planted : practice.planted) grade.mistakes.push_back(graded(practice, planted, now));
  for (const FoundMistake& finding : now.findings)
    if (std::ranges::none_of(practice.planted, [&](const Planted& planted) { return explains(planted, finding); }))
      grade.new_findings.push_back(finding);
  for (const std::string_view file : {kPracticeSnapshot, kPracticePlan}) add_changes(practice, now, file, grade);
  return grade;
}

}  // namespace cpm::format
