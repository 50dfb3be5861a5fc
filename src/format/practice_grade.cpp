#include "format/practice_grade.h"

#include <algorithm>
#include <array>
#include <set>

#include "base/text.h"

namespace cpm::format {
namespace {

constexpr std::string_view kAnswers = "ratings/";
constexpr std::string_view kAnalysisPart = "analysis/";
constexpr std::string_view kApprovalsPart = "approvals/";

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

/// Approvals have no id: findings know them by what was approved.
bool is_same_approval(const Practice& practice, const Planted& planted, const FoundMistake& finding) {
  return planted.record.starts_with(kApprovalsPart) && finding.record.starts_with(kApprovalsPart) &&
         finding.item == text_at(practice.county.plan, planted.record + "/of");
}

/// Is the finding the one that this mistake raises?
bool explains(const Practice& practice, const Planted& planted, const FoundMistake& finding) {
  if (planted.mistake->code == 0 || finding.code != planted.mistake->code || finding.file != planted.mistake->file)
    return false;
  if (is_same_approval(practice, planted, finding)) return true;
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

/// Is something of what was planted gone, where there was a value before, and nothing else there instead?
bool is_deleted(const Planted& planted, const TextTree& file) {
  const TextsByPath now = values_of(file, planted.record, planted.mistake->keys);
  const bool kept = std::ranges::all_of(now, [&](const auto& value) {
    const auto was = planted.as_planted.find(value.first);
    return was != planted.as_planted.end() && plain_value(was->second) == plain_value(value.second);
  });
  return kept && now.size() < planted.as_planted.size() && now.size() < planted.as_clean.size();
}

/// What became of a mistake that no finding shows.
Fate silent_fate(const Practice& practice, const Planted& planted, const PracticeNow& now) {
  const Mistake& mistake = *planted.mistake;
  const std::optional<TextTree>& file = file_now(now, mistake.file);
  if (!file) return Fate::unclear;
  if (find(*file, planted.record) == nullptr) return Fate::removed;
  if (mistake.code != 0 && !is_broken_now(now, mistake.file)) return Fate::fixed;  // `cpm check` has had its say
  if (is_unchanged(practice, planted, *file)) return Fate::still_there;
  if (mistake.code != 0) return Fate::unclear;
  return is_deleted(planted, *file) ? Fate::removed : Fate::fixed;
}

GradedMistake graded(const Practice& practice, const Planted& planted, const PracticeNow& now) {
  const auto finding = std::ranges::find_if(
      now.findings, [&](const FoundMistake& found) { return explains(practice, planted, found); });
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

/// The items whose answers were corrected: the analysis may have to say something else about them.
std::set<std::string> corrected_items(const Grade& grade) {
  std::set<std::string> items;
  for (const GradedMistake& graded : grade.mistakes) {
    const std::string_view record = graded.planted->record;
    if (graded.fate == Fate::fixed && record.starts_with(kAnswers)) items.emplace(record.substr(kAnswers.size()));
  }
  return items;
}

/// Has a mistake of the plan been corrected? Then what somebody had approved is something else now.
bool is_plan_corrected(const Grade& grade) {
  return std::ranges::any_of(grade.mistakes, [](const GradedMistake& graded) {
    return graded.fate == Fate::fixed && graded.planted->mistake->file == kPracticePlan;
  });
}

/// Does the finding only ask the analysis or a target to follow a score, or somebody to approve what was corrected?
bool is_follow_up(const FoundMistake& finding, const Grade& grade, const std::set<std::string>& corrected) {
  constexpr std::array<diag::Code, 3> kAskTheAnalysis = {406, 417, 418};
  constexpr diag::Code kTargetNotAboveScore = 540;
  constexpr diag::Code kApprovalLost = 692;
  if (finding.code == kApprovalLost) return is_plan_corrected(grade);
  if (finding.code == kTargetNotAboveScore)
    return corrected.contains(finding.record.substr(finding.record.rfind('/') + 1));
  return std::ranges::find(kAskTheAnalysis, finding.code) != kAskTheAnalysis.end() && corrected.contains(finding.item);
}

/// Nobody writes the fingerprint of an approval by hand: it follows what the plan says.
bool is_fingerprint(const std::string& path) {
  return path.starts_with(kApprovalsPart) && path.ends_with("/content");
}

/// Lists of the analysis have no ids: what still stands somewhere in them is no loss, nor is a corrected item that moved.
bool is_kept_in_analysis(const std::string& path, const std::string& was, const TextsByPath& texts,
                         const std::set<std::string>& corrected) {
  if (!path.starts_with(kAnalysisPart)) return false;
  return corrected.contains(was) || std::ranges::any_of(texts, [&](const auto& text) {
           return text.first.starts_with(kAnalysisPart) && text.second == was;
         });
}

void add_changes(const Practice& practice, const PracticeNow& now, std::string_view file, Grade& grade) {
  const std::optional<TextTree>& tree = file_now(now, file);
  if (!tree) return;
  const TextsByPath texts = texts_by_path(*tree);
  const std::set<std::string> corrected = corrected_items(grade);
  std::set<std::string> gone;
  for (const auto& [path, was] : texts_by_path(practice.county.file(file))) {
    if (is_fingerprint(path) || is_kept_in_analysis(path, was, texts, corrected)) continue;
    const auto found = texts.find(path);
    if (found == texts.end()) {
      const std::string record = what_is_gone(*tree, path);
      if (!belongs_to_mistake(practice, file, record) && gone.insert(record).second)
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
  const std::set<std::string> corrected = corrected_items(grade);
  for (const FoundMistake& finding : now.findings) {
    if (std::ranges::any_of(practice.planted,
                            [&](const Planted& planted) { return explains(practice, planted, finding); }))
      continue;
    (is_follow_up(finding, grade, corrected) ? grade.follow_ups : grade.new_findings).push_back(finding);
  }
  for (const std::string_view file : {kPracticeSnapshot, kPracticePlan}) add_changes(practice, now, file, grade);
  return grade;
}

}  // namespace cpm::format
