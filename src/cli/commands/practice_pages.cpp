#include "cli/commands/practice_pages.h"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "base/text.h"
#include "cli/output.h"
#include "diag/catalog.h"
#include "report/page.h"

namespace cpm::cli {
namespace {

using format::Fate;
using format::GradedMistake;
using format::Planted;
using format::Practice;
using report::Result;

struct FateWords {
  Fate fate;
  std::string_view key;     ///< in JSON
  std::string_view spoken;  ///< on a page
};

constexpr FateWords kFates[] = {{Fate::fixed, "fixed", "fixed"},
                                {Fate::still_there, "still_there", "still there"},
                                {Fate::removed, "removed", "deleted, not corrected"},
                                {Fate::unclear, "unclear", "unclear: the file has errors that come first"}};

const FateWords& words_of(Fate fate) {
  return *std::ranges::find(kFates, fate, &FateWords::fate);
}

/// "CPM507", or who can see it.
std::string seen_by(const format::Mistake& mistake) {
  return mistake.code == 0 ? "a reader" : diag::code_text(mistake.code);
}

/// "evidence: Coaching log, 2024; score: 0"
std::string values_text(const format::TextsByPath& values, const std::string& record) {
  std::vector<std::string> parts;
  for (const auto& [path, text] : values) {
    std::string key = path.substr(record.size() + 1);
    if (key.ends_with("/0") && key != "votes/0") key.resize(key.size() - 2);  // the only entry of a list
    parts.push_back(key + ": " + text);
  }
  return parts.empty() ? "nothing" : fmt::format("{}", fmt::join(parts, "; "));
}

std::string county_title(const Practice& practice) {
  return practice.county.name + " (fictional)";
}

std::size_t count(const format::Grade& grade, Fate fate) {
  return static_cast<std::size_t>(std::ranges::count(grade.mistakes, fate, &GradedMistake::fate));
}

/// "8 of 12 mistakes are fixed, 3 are still there and 1 was deleted and not corrected."
std::string grade_lead(const format::Grade& grade) {
  const std::size_t fixed = count(grade, Fate::fixed);
  std::vector<std::string> parts = {
      fmt::format("{} of {} mistakes {} fixed", fixed, grade.mistakes.size(), base::is_are(fixed))};
  if (const std::size_t still = count(grade, Fate::still_there))
    parts.push_back(fmt::format("{} {} still there", still, base::is_are(still)));
  if (const std::size_t removed = count(grade, Fate::removed))
    parts.push_back(fmt::format("{} {} deleted and not corrected", removed, removed == 1 ? "was" : "were"));
  if (const std::size_t unclear = count(grade, Fate::unclear))
    parts.push_back(fmt::format("{} cannot be judged until the files can be read without errors", unclear));
  return base::joined(parts) + ".";
}

void add_mistakes(report::Page& page, const GradedFolder& folder, int level) {
  report::Table table = report::table_of("What became of the mistakes",
                                         {"Mistake", "Where", "Seen by", "Now", "A right way to correct it"});
  for (const GradedMistake& graded : folder.grade.mistakes) {
    const format::Mistake& mistake = *graded.planted->mistake;
    const std::string line = graded.line == 0 ? "" : fmt::format(", line {}", graded.line);
    const std::string remedy = graded.fate == Fate::fixed ? "" : std::string(mistake.remedy);
    table.rows.push_back({{.text = std::string(mistake.what)},
                          {.text = fmt::format("{}: {}{}", mistake.file, graded.planted->record, line)},
                          {.text = seen_by(mistake)},
                          {.text = std::string(words_of(graded.fate).spoken)},
                          {.text = remedy}});
  }
  page.section("The mistakes", std::move(table), level);
}

void add_findings(report::Page& page, std::string title, std::string caption,
                  const std::vector<format::FoundMistake>& findings, int level) {
  report::Table table = report::table_of(std::move(caption), {"Code", "Where", "Finding"});
  for (const format::FoundMistake& finding : findings)
    table.rows.push_back({{.text = diag::code_text(finding.code)},
                          {.text = finding.line == 0 ? finding.file : fmt::format("{}:{}", finding.file, finding.line)},
                          {.text = finding.message}});
  page.section(std::move(title), std::move(table), level);
}

void add_changes(report::Page& page, const format::Grade& grade, int level) {
  report::Table table = report::table_of("Values that were right and are different now", {"Where", "Was", "Is now"});
  for (const format::OtherChange& change : grade.other_changes)
    table.rows.push_back({{.text = fmt::format("{}: {}", change.file, change.path)},
                          {.text = change.was},
                          {.text = change.now.value_or("gone")}});
  page.section("Other changes", std::move(table), level);
}

void add_folder(report::Page& page, const GradedFolder& folder, int level) {
  add_mistakes(page, folder, level);
  add_findings(page, "Where something has to follow", "What `cpm check` asks for after a correction",
               folder.grade.follow_ups, level);
  add_findings(page, "New findings", "Findings that were not planted", folder.grade.new_findings, level);
  add_changes(page, folder.grade, level);
}

Result code_or_null(diag::Code code) {
  return code == 0 ? Result() : Result(diag::code_text(code));
}

Result::Fields mistake_fields(const Planted& planted) {
  const format::Mistake& mistake = *planted.mistake;
  return {{"mistake", mistake.word},  {"file", mistake.file},
          {"record", planted.record}, {"code", code_or_null(mistake.code)},
          {"what", mistake.what},     {"why", mistake.why},
          {"remedy", mistake.remedy}};
}

Result::Fields county_fields(const Practice& practice) {
  return {{"county", practice.county.id},
          {"seed", static_cast<std::int64_t>(practice.seed)},
          {"level", practice.level->word}};
}

/// The same behind what the command did.
Result::Fields county_fields(std::string_view action, const Practice& practice) {
  Result::Fields fields = {{"action", action}};
  for (auto& field : county_fields(practice)) fields.push_back(std::move(field));
  return fields;
}

Result findings_list(const std::vector<format::FoundMistake>& findings) {
  Result::List list;
  for (const format::FoundMistake& finding : findings)
    list.emplace_back(Result::Fields{{"code", diag::code_text(finding.code)},
                                     {"file", finding.file},
                                     {"line", finding.line == 0 ? Result() : Result(finding.line)},
                                     {"message", finding.message}});
  return list;
}

Result changes_list(const format::Grade& grade) {
  Result::List list;
  for (const format::OtherChange& change : grade.other_changes)
    list.emplace_back(Result::Fields{{"file", change.file},
                                     {"path", change.path},
                                     {"was", change.was},
                                     {"now", change.now ? Result(*change.now) : Result()}});
  return list;
}

Result folder_result(const GradedFolder& folder) {
  Result::List mistakes;
  for (const GradedMistake& graded : folder.grade.mistakes) {
    Result::Fields fields = mistake_fields(*graded.planted);
    fields.emplace_back("outcome", words_of(graded.fate).key);
    mistakes.emplace_back(std::move(fields));
  }
  Result::Fields fields = {{"folder", folder.folder}};
  for (auto& field : county_fields(folder.practice)) fields.push_back(std::move(field));
  fields.emplace_back("planted", folder.grade.mistakes.size());
  for (const FateWords& words : kFates) fields.emplace_back(std::string(words.key), count(folder.grade, words.fate));
  fields.emplace_back("mistakes", std::move(mistakes));
  fields.emplace_back("follow_ups", findings_list(folder.grade.follow_ups));
  fields.emplace_back("new_findings", findings_list(folder.grade.new_findings));
  fields.emplace_back("other_changes", changes_list(folder.grade));
  return fields;
}

/// One row for each folder of a course.
report::Table overview(const std::vector<GradedFolder>& folders) {
  report::Table table = report::table_of(
      "The folders of the course", {"Folder", "County", report::number("Mistakes"), report::number("Fixed"),
                                    report::number("Still there"), report::number("Deleted"), report::number("Unclear"),
                                    report::number("New findings"), report::number("Other changes")});
  for (const GradedFolder& folder : folders) {
    std::vector<report::Cell> row = {{.text = folder.folder}, {.text = folder.practice.county.name}};
    row.push_back({.text = std::to_string(folder.grade.mistakes.size())});
    for (const FateWords& words : kFates) row.push_back({.text = std::to_string(count(folder.grade, words.fate))});
    row.push_back({.text = std::to_string(folder.grade.new_findings.size())});
    row.push_back({.text = std::to_string(folder.grade.other_changes.size())});
    table.rows.push_back(std::move(row));
  }
  return table;
}

}  // namespace

report::Document made_page(const Practice& practice, const std::string& folder) {
  report::Page page("Practice county " + practice.county.name);
  page.lead(fmt::format("{}, number {} at level {}, is in {}.", county_title(practice), practice.seed,
                        practice.level->word, base::ticked(folder)));
  report::Table table = report::table_of("Files", {"File", "What it is for"});
  for (const format::StarterFile& file : practice_files(practice.county, practice.seed, practice.level->word))
    table.rows.push_back({{.text = file.path}, {.text = file.about}});
  page.table(std::move(table));
  page.section("Next");
  page.list({"Participants begin with `README.md`, which does not name the mistakes.",
             fmt::format("`cpm practice --answers {}` lists the mistakes for you, the trainer.", shell_word(folder)),
             fmt::format("`cpm practice --grade {}` says later what became of them.", shell_word(folder))});
  return std::move(page).done();
}

Result made_result(const Practice& practice, const std::string& folder) {
  Result::List files;
  for (const format::StarterFile& file : practice_files(practice.county, practice.seed, practice.level->word))
    files.emplace_back(Result::Fields{{"file", file.path}, {"about", file.about}});
  Result::Fields fields = county_fields("made", practice);
  fields.emplace_back("folder", folder);
  fields.emplace_back("files", std::move(files));
  return fields;
}

report::Document answers_page(const Practice& practice) {
  report::Page page("Answers for practice county " + practice.county.name);
  const auto reported = std::ranges::count_if(practice.planted, [](const Planted& p) { return p.mistake->code != 0; });
  page.lead(
      fmt::format("Number {} at level {} holds {} mistakes: `cpm check` reports {}, and only a reader can see {}.",
                  practice.seed, practice.level->word, practice.planted.size(), reported,
                  practice.planted.size() - static_cast<std::size_t>(reported)));
  for (const Planted& planted : practice.planted) {
    const format::Mistake& mistake = *planted.mistake;
    page.section(std::string(mistake.what));
    page.facts({{{"Where", fmt::format("{}: {}", mistake.file, planted.record)},
                 {"Seen by", seen_by(mistake)},
                 {"Planted", values_text(planted.as_planted, planted.record)},
                 {"Before", values_text(planted.as_clean, planted.record)},
                 {"Why it matters", std::string(mistake.why)},
                 {"A right way to correct it", std::string(mistake.remedy)}}});
  }
  return std::move(page).done();
}

Result answers_result(const Practice& practice) {
  Result::List mistakes;
  for (const Planted& planted : practice.planted) {
    Result::Fields fields = mistake_fields(planted);
    fields.emplace_back("planted", values_text(planted.as_planted, planted.record));
    fields.emplace_back("before", values_text(planted.as_clean, planted.record));
    mistakes.emplace_back(std::move(fields));
  }
  Result::Fields fields = county_fields("answers", practice);
  fields.emplace_back("mistakes", std::move(mistakes));
  return fields;
}

report::Document grade_page(const std::vector<GradedFolder>& folders) {
  if (folders.size() == 1) {
    const GradedFolder& only = folders.front();
    report::Page page("Practice county " + only.practice.county.name + ", graded");
    page.lead(grade_lead(only.grade));
    page.facts({{{"Folder", only.folder},
                 {"Number", std::to_string(only.practice.seed)},
                 {"Level", std::string(only.practice.level->word)}}});
    add_folder(page, only, 2);
    return std::move(page).done();
  }
  report::Page page("Practice counties, graded");
  page.lead(fmt::format("{} were graded.", base::counted(folders.size(), "folder")));
  page.table(overview(folders));
  for (const GradedFolder& folder : folders) {
    page.section(fmt::format("{}: {}", folder.folder, folder.practice.county.name));
    page.text(grade_lead(folder.grade));
    add_folder(page, folder, 3);
  }
  return std::move(page).done();
}

Result grade_result(const std::vector<GradedFolder>& folders) {
  Result::List list;
  for (const GradedFolder& folder : folders) list.push_back(folder_result(folder));
  return Result::Fields{{"action", "graded"}, {"folders", std::move(list)}};
}

}  // namespace cpm::cli
