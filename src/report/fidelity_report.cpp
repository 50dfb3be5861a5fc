// `cpm report fidelity`: is the practice used as it is meant? Results of groups, tool by tool and over time; groups too small
// to be shown are left out, and the page says so.
#include <algorithm>
#include <set>

#include "base/text.h"
#include "report/abbreviations.h"
#include "report/fidelity_words.h"
#include "report/wording.h"

namespace cpm::report {
namespace {

using Blocks = std::vector<Block>;
using model::FidelityArea;
using model::FidelityMeasure;
using score::FidelityCheck;
using score::FidelitySeries;

constexpr FidelityArea kAreas[] = {FidelityArea::implementation, FidelityArea::leadership, FidelityArea::practice};
constexpr std::string_view kNotShown = "not shown";

/// "2025-10-06 to 2025-10-31"
std::string when_text(const FidelityCheck& check) {
  return base::to_text(*check.results->period.from) + " to " + base::to_text(*check.results->period.to);
}

std::string fewer_than(std::int64_t limit) {
  return "fewer than " + std::to_string(limit);
}

std::string lead_text(const std::vector<FidelitySeries>& all) {
  const std::size_t checks = count_checks(all);
  const std::size_t hidden = count_suppressed(all);
  const FidelityCheck* newest = &all.front().checks.front();
  for (const FidelitySeries& series : all)
    if (*series.checks.back().results->period.to > *newest->results->period.to) newest = &series.checks.back();
  std::string text = base::counted(checks, "check") + " with fidelity tools; the newest, on " +
                     base::lower(area_title(*newest->results->area)) + ", ended on " +
                     base::written_out(*newest->results->period.to) + ". ";
  if (hidden == 0) return text + "No group was too small to be shown.";
  return text + base::counted(hidden, "group") + (hidden == 1 ? " is" : " are") +
         " left out: too few people answered, and a single answer could be recognized.";
}

/// "5 people", also for several counties with limits of their own.
std::string limits_text(const std::vector<FidelitySeries>& all) {
  std::set<std::int64_t> limits;
  for (const FidelitySeries& series : all) limits.insert(series.checks.front().limit);
  std::string text;
  for (const std::int64_t limit : limits) text += (text.empty() ? "" : " or ") + std::to_string(limit);
  return text + " people; results of fewer are not shown";
}

std::vector<std::string> counties_of(const std::vector<FidelitySeries>& all, const model::Workspace& workspace) {
  std::vector<std::string> names;
  for (const FidelitySeries& series : all) {
    std::string name = county_text(workspace, series.checks.front().results->county);
    if (std::ranges::find(names, name) == names.end()) names.push_back(std::move(name));
  }
  std::ranges::sort(names);
  return names;
}

Table people_table(const FidelitySeries& series) {
  Table table{.caption = "Who answered", .columns = {{.head = "When"}, {.head = "People", .number = true}}, .rows = {}};
  for (const FidelityCheck& check : series.checks)
    table.rows.push_back({text_cell(when_text(check)),
                          check.suppressed ? text_cell(fewer_than(check.limit)) : whole_cell(*check.results->n)});
  return table;
}

Cell mean_cell(const FidelityCheck& check, const FidelityMeasure& question) {
  const std::optional<base::Ratio> mean = score::mean_of(check, *question.id);
  if (!mean) return text_cell(std::string(check.suppressed ? kNotShown : kNone));
  const base::Tenths rounded = base::tenths(*mean, 1);
  const FidelityMeasure* const own = score::find_measure(*check.results, *question.id);
  return Cell{
      .text = base::to_text(rounded), .number = rounded, .source = own->mean.given ? own->mean.span : own->span};
}

Cell change_cell(const FidelitySeries& series, const FidelityMeasure& question) {
  const std::optional<base::Ratio> change = score::change_of(series, *question.id);
  if (!change) return text_cell(std::string(kNone));
  const base::Tenths rounded = base::tenths(*change, 1);
  return Cell{.text = base::to_signed_text(rounded), .number = rounded, .source = {}};
}

std::string scale_text(const FidelityMeasure& question) {
  if (!question.scale) return std::string(kNone);
  return std::to_string(*question.scale->min) + " to " + std::to_string(*question.scale->max);
}

Table means_table(const FidelitySeries& series) {
  const bool over_time = series.checks.size() > 1;
  Table table{.caption = over_time ? "Means over time" : "Means",
              .columns = {{.head = "Question"}, {.head = "Scale"}},
              .rows = {}};
  for (const FidelityCheck& check : series.checks) table.columns.push_back({.head = when_text(check), .number = true});
  if (over_time) table.columns.push_back({.head = "Change", .number = true});
  for (const FidelityMeasure* question : questions_of(series)) {
    Row row{text_cell(question->text), text_cell(scale_text(*question))};
    for (const FidelityCheck& check : series.checks) row.push_back(mean_cell(check, *question));
    if (over_time) row.push_back(change_cell(series, *question));
    table.rows.push_back(std::move(row));
  }
  return table;
}

/// "5 at 1, 8 at 2"
std::string answers_text(const FidelityCheck& check, const FidelityMeasure& measure) {
  if (!score::shows_counts(check, measure))
    return std::string(kNotShown) + ": " + fewer_than(check.limit) + " chose one of the values";
  std::string text;
  for (const auto& [value, count] : measure.counts)
    text += (text.empty() ? "" : ", ") + std::to_string(*count) + " at " + *value;
  return text;
}

/// Value by value, of the newest check that can be shown.
void add_answers(Blocks& blocks, const FidelitySeries& series) {
  const auto check = std::find_if(series.checks.rbegin(), series.checks.rend(),
                                  [](const FidelityCheck& one) { return !one.suppressed; });
  if (check == series.checks.rend()) return;
  Table table{.caption = "Answers by value, " + when_text(*check),
              .columns = {{.head = "Question"}, {.head = "Answers"}},
              .rows = {}};
  for (const FidelityMeasure& measure : check->results->measures)
    if (!measure.counts.empty())
      table.rows.push_back({text_cell(measure.text), text_cell(answers_text(*check, measure))});
  if (!table.rows.empty()) blocks.push_back(std::move(table));
}

void add_series(Blocks& blocks, const FidelitySeries& series, const std::string& county) {
  const model::Fidelity& results = *series.checks.back().results;
  std::string title = *results.tool;
  if (results.version) title += ", version " + *results.version;
  title += ": " + *results.respondent_group;
  if (!county.empty()) title += ", " + county;
  blocks.push_back(Heading{.level = 3, .text = std::move(title)});
  blocks.push_back(people_table(series));
  if (std::ranges::all_of(series.checks, &FidelityCheck::suppressed)) {
    blocks.push_back(Paragraph{.text = "Left out: " + fewer_than(series.checks.front().limit) +
                                       " people answered. Put groups together, or wait for more answers."});
    return;
  }
  blocks.push_back(means_table(series));
  add_answers(blocks, series);
}

void add_area(Blocks& blocks, FidelityArea area, const std::vector<FidelitySeries>& all,
              const model::Workspace& workspace) {
  blocks.push_back(Heading{.level = 2, .text = std::string(area_title(area))});
  const bool several = counties_of(all, workspace).size() > 1;
  bool any = false;
  for (const FidelitySeries& series : all) {
    const model::Fidelity& results = *series.checks.front().results;
    if (*results.area != area) continue;
    any = true;
    add_series(blocks, series, several ? county_text(workspace, results.county) : std::string{});
  }
  if (any) return;
  const bool first = area != FidelityArea::practice;
  blocks.push_back(
      Paragraph{.text = std::string("No results yet.") +
                        (first ? " Implementation support and leadership come first: practice rests on them." : "")});
}

void add_reading(Blocks& blocks) {
  blocks.push_back(Heading{.level = 2, .text = "How to read this"});
  blocks.push_back(
      List{.entries = {
               "All figures are of whole groups; nobody's own answers are kept here.",
               "A Snapshot says what the agency is able to do, these results whether it is done as meant. One does "
               "not stand for the other.",
               "Only checks of the same tool, version and group stand in one table. A change from one to the next can "
               "be chance when few people answer.",
               "Where few people chose a value, the answers to that question are not shown value by value."}});
}

}  // namespace

Document fidelity_report(const std::vector<Context>& contexts) {
  const model::Workspace& workspace = contexts.front().workspace;
  const std::vector<FidelitySeries> all = series_of(contexts);
  const std::string counties = names_joined(counties_of(all, workspace));
  Document page{.title = "Fidelity results: " + counties, .blocks = {}};
  page.blocks.push_back(Paragraph{.text = lead_text(all), .lead = true});
  page.blocks.push_back(Facts{{{"County", counties},
                               {"Smallest group shown", limits_text(all)},
                               {"As of", base::written_out(workspace.as_of)}}});
  for (const FidelityArea area : kAreas) add_area(page.blocks, area, all, workspace);
  add_reading(page.blocks);
  return with_abbreviations(std::move(page));
}

}  // namespace cpm::report
