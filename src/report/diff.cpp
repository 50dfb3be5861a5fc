#include "report/diff.h"

#include <algorithm>
#include <cstdlib>

#include <fmt/format.h>

#include "base/text.h"
#include "report/diff_words.h"
#include "report/page.h"
#include "report/result_fields.h"
#include "report/score_pages.h"
#include "report/wording.h"

namespace cpm::report {
namespace {

using model::Change;

struct DiffSection {
  DiffGroup group;
  std::string_view title;
  std::string_view key;  ///< in the result
};
constexpr DiffSection kDiffSections[] = {
    {DiffGroup::answers, "Answers", "answers"},       {DiffGroup::dates, "Dates", "dates"},
    {DiffGroup::status, "Status", "status"},          {DiffGroup::added, "Added", "added"},
    {DiffGroup::dropped, "Dropped", "dropped"},       {DiffGroup::reworded, "Reworded", "reworded"},
    {DiffGroup::approvals, "Approvals", "approvals"}, {DiffGroup::other, "Other changes", "other"}};

constexpr std::string_view kKindWords[] = {"added", "removed", "changed", "reworded", "renamed", "reordered"};
constexpr std::string_view kValueWords[] = {"text", "date", "number", "choice", "flag", "word", "several", "record"};

template <class Enum, std::size_t Size>
std::string_view word_in(const std::string_view (&words)[Size], Enum value) {
  return words[static_cast<std::size_t>(value)];
}

/// A change and the file it is in.
struct Told {
  const Change* change = nullptr;
  const FileDiff* file = nullptr;
};

const std::string& path_of(const FileDiff& file) {
  return file.now.empty() ? file.before : file.now;
}

/// The longest slip first, otherwise in the order of the files.
std::vector<Told> told_in(const Diff& diff, DiffGroup group) {
  std::vector<Told> told;
  for (const FileDiff& file : diff.files)
    for (const Change& change : file.changes)
      if (group_of(change) == group) told.push_back({.change = &change, .file = &file});
  if (group == DiffGroup::dates)
    std::ranges::stable_sort(told, std::greater(),
                             [](const Told& one) { return std::abs(days_later(*one.change).value_or(0)); });
  return told;
}

/// In several files the sentence says in which.
std::string told_text(const Told& told, const Diff& diff) {
  std::string sentence = sentence_of(*told.change, *told.file);
  if (diff.files.size() > 1) sentence += fmt::format(" [{}]", path_of(*told.file));
  return sentence;
}

std::size_t count_of_changes(const Diff& diff) {
  std::size_t count = 0;
  for (const FileDiff& file : diff.files)
    count += file.changes.size() + (file.before.empty() || file.now.empty() ? 1U : 0U);
  return count;
}

bool scores_moved(const score::Comparison& comparison) {
  const auto moved = [](const score::Figures& before, const score::Figures& now) {
    return before.points != now.points || before.possible != now.possible || before.missing != now.missing ||
           before.dont_know != now.dont_know || before.not_applicable != now.not_applicable;
  };
  return moved(comparison.total_before, comparison.total_now) ||
         std::ranges::any_of(comparison.areas, [&](const auto& area) { return moved(area.before, area.now); });
}

std::string diff_lead(const Diff& diff) {
  std::vector<std::string> parts;
  for (const FileDiff& file : diff.files)
    if (file.scores && scores_moved(*file.scores))
      parts.push_back(fmt::format("The total {}{}.", movement_text(file.scores->total_before, file.scores->total_now),
                                  diff.files.size() > 1 ? fmt::format(" ({})", file.now) : ""));
  const std::size_t count = count_of_changes(diff);
  const auto unread = std::ranges::count_if(diff.files, [](const FileDiff& file) { return !file.problem.empty(); });
  if (count > 0)
    parts.push_back(fmt::format("{} in {}.", counted(count, "change"), counted(diff.files.size(), "file")));
  else if (unread == 0)
    parts.push_back("Nothing has changed in what the files say.");
  if (unread > 0) parts.push_back(fmt::format("{} could not be compared.", counted(unread, "file")));
  return fmt::format("{}", fmt::join(parts, " "));
}

void add_scores(Page& page, const Diff& diff) {
  for (const FileDiff& file : diff.files) {
    if (!file.scores || !scores_moved(*file.scores)) continue;
    Table table = table_of("Percent by area, on common items",
                           {"Area", number("Before"), number("Now"), number("Change in points")});
    const auto add = [&table](std::string_view name, const score::Figures& before, const score::Figures& now) {
      table.rows.push_back({text_cell(name), percent_cell(score::share(before)), percent_cell(score::share(now)),
                            change_cell(before, now)});
    };
    for (const score::AreaChange& area : file.scores->areas) add(area_name(*area.area), area.before, area.now);
    add(kTotalOfCommonItems, file.scores->total_before, file.scores->total_now);
    page.section(diff.files.size() > 1 ? "Score: " + file.now : "Score", std::move(table));
  }
}

std::string run_text(const std::vector<std::string>& runs) {
  return runs.empty() ? std::string(kNone) : fmt::format("{}", fmt::join(runs, " … "));
}

/// Both wordings, and beside them the words that make the difference: no color is needed to see them.
Table reworded_table(const std::vector<Told>& told, const Diff& diff) {
  Table table = table_of("Both wordings, and what makes the difference",
                         {"Where", "Before", "Now", "Words taken out", "Words put in"});
  for (const Told& one : told) {
    const Change& change = *one.change;
    const WordChange words = changed_words(change.before, change.now);
    Change untitled = change;
    untitled.title.clear();  // it may be what was reworded
    untitled.holder.title.clear();
    std::string where = fmt::format("{}: {}", subject_of(untitled, *one.file), field_label(change.field));
    if (diff.files.size() > 1) where += fmt::format(" [{}]", path_of(*one.file));
    table.rows.push_back({text_cell(where), text_cell(change.before), text_cell(change.now),
                          text_cell(run_text(words.out)), text_cell(run_text(words.in))});
  }
  return table;
}

void add_files(Page& page, const Diff& diff) {
  std::vector<std::string> lines;
  for (const FileDiff& file : diff.files) {
    if (!file.problem.empty())
      lines.push_back(fmt::format("{} could not be compared: {}.", path_of(file), file.problem));
    else if (file.before.empty())
      lines.push_back(fmt::format("{} is new.", file.now));
    else if (file.now.empty())
      lines.push_back(fmt::format("{} is gone.", file.before));
    else if (diff.files.size() > 1 && file.paired)
      lines.push_back(fmt::format("{} is compared with {}.", file.now, file.before));
  }
  if (lines.empty()) return;
  page.section("Files");
  page.list(std::move(lines));
}

Result values_result(const Change& change) {
  Result::List list;
  for (const auto& [place, value] : change.values) list.push_back(Result::Fields{{"place", place}, {"value", value}});
  return list;
}

Result change_result(const Told& told) {
  const Change& change = *told.change;
  Result::List place;
  for (const std::string& step : change.place) place.push_back(step);
  const auto days = days_later(change);
  const auto section = std::ranges::find(kDiffSections, group_of(change), &DiffSection::group);
  return Result::Fields{{"file", path_of(*told.file)},
                        {"group", section->key},
                        {"change", word_in(kKindWords, change.kind)},
                        {"record", text_or_null(change.noun)},
                        {"id", text_or_null(change.id)},
                        {"title", text_or_null(change.title)},
                        {"field", text_or_null(change.field)},
                        {"place", std::move(place)},
                        {"type", word_in(kValueWords, change.value)},
                        {"before", text_or_null(change.before)},
                        {"now", text_or_null(change.now)},
                        {"days_later", days ? Result(*days) : Result()},
                        {"values", values_result(change)},
                        {"sentence", sentence_of(change, *told.file)}};
}

Result area_diff_result(const score::AreaChange& area) {
  return Result::Fields{{"id", *area.area->id},
                        {"label", *area.area->label},
                        {"before", figures_fields(area.before)},
                        {"now", figures_fields(area.now)}};
}

Result scores_result(const FileDiff& file) {
  if (!file.scores) return Result();
  return Result::Fields{{"areas", list_of(file.scores->areas, area_diff_result)},
                        {"total", Result::Fields{{"before", figures_fields(file.scores->total_before)},
                                                 {"now", figures_fields(file.scores->total_now)}}}};
}

Result file_diff_result(const FileDiff& file) {
  return Result::Fields{{"before", text_or_null(file.before)}, {"now", text_or_null(file.now)},
                        {"kind", text_or_null(file.kind)},     {"problem", text_or_null(file.problem)},
                        {"changes", file.changes.size()},      {"scores", scores_result(file)}};
}

std::vector<std::string> words_in(std::string_view text) {
  std::vector<std::string> words;
  for (const std::string_view word : base::split(text, ' '))
    if (!word.empty()) words.emplace_back(word);
  return words;
}

using DiffWords = std::vector<std::string>;

/// Lengths of the longest common sequence from each pair of places on.
std::vector<std::vector<std::size_t>> common_lengths(const DiffWords& before, const DiffWords& now) {
  std::vector<std::vector<std::size_t>> lengths(before.size() + 1, std::vector<std::size_t>(now.size() + 1, 0));
  for (std::size_t i = before.size(); i-- > 0;)
    for (std::size_t j = now.size(); j-- > 0;)
      lengths[i][j] = before[i] == now[j] ? lengths[i + 1][j + 1] + 1 : std::max(lengths[i + 1][j], lengths[i][j + 1]);
  return lengths;
}

}  // namespace

WordChange changed_words(std::string_view before_text, std::string_view now_text) {
  constexpr std::size_t kMostPairs = 160'000;
  DiffWords before = words_in(base::visible(before_text));
  DiffWords now = words_in(base::visible(now_text));
  const auto [b, n] = std::ranges::mismatch(before, now);
  before.erase(before.begin(), b);
  now.erase(now.begin(), n);
  while (!before.empty() && !now.empty() && before.back() == now.back()) {
    before.pop_back();
    now.pop_back();
  }
  WordChange change;
  const auto whole = [](const DiffWords& words) { return fmt::format("{}", fmt::join(words, " ")); };
  if (before.size() * now.size() > kMostPairs || before.empty() || now.empty()) {
    if (!before.empty()) change.out.push_back(whole(before));
    if (!now.empty()) change.in.push_back(whole(now));
    return change;
  }
  const auto lengths = common_lengths(before, now);
  bool out_open = false;
  bool in_open = false;
  const auto put = [](std::vector<std::string>& runs, bool& open, const std::string& word) {
    if (open)
      runs.back() += " " + word;
    else
      runs.push_back(word);
    open = true;
  };
  for (std::size_t i = 0, j = 0; i < before.size() || j < now.size();) {
    if (i < before.size() && j < now.size() && before[i] == now[j]) {
      out_open = in_open = false;
      ++i, ++j;
    } else if (j == now.size() || (i < before.size() && lengths[i + 1][j] >= lengths[i][j + 1])) {
      put(change.out, out_open, before[i++]);
    } else {
      put(change.in, in_open, now[j++]);
    }
  }
  return change;
}

Document diff_page(const Diff& diff) {
  Page page(fmt::format("What has changed from {} to {}", diff.before, diff.now));
  page.lead(diff_lead(diff));
  add_scores(page, diff);
  for (const DiffSection& section : kDiffSections) {
    const std::vector<Told> told = told_in(diff, section.group);
    if (told.empty()) continue;
    if (section.group == DiffGroup::reworded) {
      page.section(std::string(section.title), reworded_table(told, diff));
      continue;
    }
    std::vector<std::string> sentences;
    for (const Told& one : told) sentences.push_back(told_text(one, diff));
    page.section(std::string(section.title));
    page.list(std::move(sentences));
  }
  add_files(page, diff);
  return std::move(page).done();
}

Result diff_result(const Diff& diff) {
  Result::List rows;
  for (const DiffSection& section : kDiffSections)
    for (const Told& told : told_in(diff, section.group)) rows.push_back(change_result(told));
  return Result::Fields{{"before", diff.before},
                        {"now", diff.now},
                        {"files", list_of(diff.files, file_diff_result)},
                        {"rows", std::move(rows)}};
}

std::vector<std::string> diff_columns() {
  return {"file", "group", "change", "record", "id", "title", "field", "before", "now", "days_later", "sentence"};
}

}  // namespace cpm::report
