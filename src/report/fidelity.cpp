#include "report/plan_pages.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "report/page.h"
#include "report/result_fields.h"
#include "report/wording.h"
#include "score/fidelity.h"

namespace cpm::report {

namespace {

using model::FidelityArea;
using model::FidelityMeasure;
using score::FidelityCheck;
using score::FidelitySeries;

constexpr std::string_view kNotShown = "not shown";

/// The series of all files; they must be of one run.
std::vector<FidelitySeries> series_of_files(const std::vector<Context>& contexts) {
  std::vector<const model::Document*> documents;
  for (const Context& context : contexts) documents.push_back(&context.document);
  return score::fidelity_series(documents, contexts.front().workspace);
}

/// Every question of the series once: those of the newest check first.
std::vector<const FidelityMeasure*> questions_of(const FidelitySeries& series) {
  std::vector<const FidelityMeasure*> questions;
  for (auto check = series.checks.rbegin(); check != series.checks.rend(); ++check)
    for (const FidelityMeasure& measure : check->results->measures) {
      const auto same = [&](const FidelityMeasure* known) { return *known->id == *measure.id; };
      if (std::ranges::none_of(questions, same)) questions.push_back(&measure);
    }
  return questions;
}

std::size_t count_checks(const std::vector<FidelitySeries>& all) {
  std::size_t count = 0;
  for (const FidelitySeries& series : all) count += series.checks.size();
  return count;
}

std::size_t count_suppressed(const std::vector<FidelitySeries>& all) {
  std::size_t count = 0;
  for (const FidelitySeries& series : all)
    count += static_cast<std::size_t>(std::ranges::count(series.checks, true, &FidelityCheck::suppressed));
  return count;
}

/// "2025-10-06 to 2025-10-31"
std::string when_asked(const FidelityCheck& check) {
  return fmt::format("{} to {}", base::to_text(*check.results->period.from), base::to_text(*check.results->period.to));
}

std::string fewer_than(std::int64_t limit) {
  return fmt::format("fewer than {}", limit);
}

std::string fidelity_answer(const std::vector<FidelitySeries>& all) {
  const std::size_t hidden = count_suppressed(all);
  const FidelityCheck* newest = &all.front().checks.front();
  for (const FidelitySeries& series : all)
    if (*series.checks.back().results->period.to > *newest->results->period.to) newest = &series.checks.back();
  const std::string text = fmt::format("{} with fidelity tools; the most recent, on {}, ended on {}. ",
                                       counted(count_checks(all), "check"), model::word(*newest->results->area),
                                       base::written_out(*newest->results->period.to));
  if (hidden == 0) return text + "No group was too small to be shown.";
  return fmt::format("{}{} {} left out because so few people answered that a single answer could be recognized.", text,
                     counted(hidden, "group"), is_are(hidden));
}

/// "5 people", also for several counties with limits of their own.
std::string limits_text(const std::vector<FidelitySeries>& all) {
  std::set<std::int64_t> limits;
  for (const FidelitySeries& series : all) limits.insert(series.checks.front().limit);
  return fmt::format("{} people; smaller groups are not shown", fmt::join(limits, " or "));
}

std::vector<std::string> counties_with_results(const std::vector<FidelitySeries>& all,
                                               const model::Workspace& workspace) {
  std::set<std::string> names;
  for (const FidelitySeries& series : all) names.insert(county_text(workspace, series.checks.front().results->county));
  return {names.begin(), names.end()};
}

// The tables of one series

Table people_table(const FidelitySeries& series) {
  Table table = table_of("Who answered", {"When", number("People")});
  for (const FidelityCheck& check : series.checks)
    table.rows.push_back({text_cell(when_asked(check)),
                          check.suppressed ? text_cell(fewer_than(check.limit)) : whole_cell(*check.results->n)});
  return table;
}

Cell mean_cell(const FidelityCheck& check, const FidelityMeasure& question) {
  const std::optional<base::Ratio> mean = score::mean_of(check, *question.id);
  if (!mean) return text_cell(check.suppressed ? kNotShown : kNone);
  const base::Tenths rounded = base::tenths(*mean, 1);
  const FidelityMeasure* const own = score::find_measure(*check.results, *question.id);
  return Cell{
      .text = base::to_text(rounded), .number = rounded, .source = own->mean.given ? own->mean.span : own->span};
}

Cell mean_change_cell(const FidelitySeries& series, const FidelityMeasure& question) {
  const std::optional<base::Ratio> change = score::change_of(series, *question.id);
  if (!change) return text_cell(kNone);
  const base::Tenths rounded = base::tenths(*change, 1);
  return Cell{.text = base::to_signed_text(rounded), .number = rounded};
}

std::string scale_text(const FidelityMeasure& question) {
  if (!question.scale) return std::string(kNone);
  return fmt::format("{} to {}", *question.scale->min, *question.scale->max);
}

Table means_table(const FidelitySeries& series) {
  const bool over_time = series.checks.size() > 1;
  Table table = table_of(over_time ? "Means over time" : "Means", {"Question", "Scale"});
  for (const FidelityCheck& check : series.checks) table.columns.push_back(number(when_asked(check)));
  if (over_time) table.columns.push_back(number("Change"));
  for (const FidelityMeasure* question : questions_of(series)) {
    Row row{text_cell(question->text), text_cell(scale_text(*question))};
    for (const FidelityCheck& check : series.checks) row.push_back(mean_cell(check, *question));
    if (over_time) row.push_back(mean_change_cell(series, *question));
    table.rows.push_back(std::move(row));
  }
  return table;
}

/// "5 at 1, 8 at 2"
std::string answers_by_value(const FidelityCheck& check, const FidelityMeasure& measure) {
  if (!score::shows_counts(check, measure))
    return fmt::format("{}: {} chose one of the values", kNotShown, fewer_than(check.limit));
  std::string text;
  for (const auto& [value, count] : measure.counts)
    text += fmt::format("{}{} at {}", text.empty() ? "" : ", ", *count, *value);
  return text;
}

/// Value by value, of the newest check that can be shown.
void add_answers_by_value(Page& page, const FidelitySeries& series) {
  const auto check = std::find_if(series.checks.rbegin(), series.checks.rend(),
                                  [](const FidelityCheck& one) { return !one.suppressed; });
  if (check == series.checks.rend()) return;
  Table table = table_of("Answers by value, " + when_asked(*check), {"Question", "Answers"});
  for (const FidelityMeasure& measure : check->results->measures)
    if (!measure.counts.empty())
      table.rows.push_back({text_cell(measure.text), text_cell(answers_by_value(*check, measure))});
  page.table(std::move(table));
}

void add_fidelity_series(Page& page, const FidelitySeries& series, const std::string& county) {
  const model::Fidelity& results = *series.checks.back().results;
  page.section(fmt::format("{}{}: {}{}", *results.tool, results.version ? ", version " + *results.version : "",
                           *results.respondent_group, county.empty() ? "" : ", " + county),
               3);
  page.table(people_table(series));
  if (std::ranges::all_of(series.checks, &FidelityCheck::suppressed))
    return page.text(fmt::format("Left out: {} people answered. Combine groups, or wait for more answers.",
                                 fewer_than(series.checks.front().limit)));
  page.table(means_table(series));
  add_answers_by_value(page, series);
}

void add_fidelity_area(Page& page, FidelityArea area, const std::vector<FidelitySeries>& all,
                       const model::Workspace& workspace) {
  page.section(base::capitalized(model::word(area)));
  const bool several = counties_with_results(all, workspace).size() > 1;
  bool any = false;
  for (const FidelitySeries& series : all) {
    const model::Fidelity& results = *series.checks.front().results;
    if (*results.area != area) continue;
    any = true;
    add_fidelity_series(page, series, several ? county_text(workspace, results.county) : std::string{});
  }
  if (any) return;
  const bool first = area != FidelityArea::practice;
  page.text(std::string("No results yet.") +
            (first ? " Implementation support and leadership come first: practice depends on them." : ""));
}

// The result for programs

Result tenths_result(const std::optional<base::Ratio>& number) {
  return number ? Result(base::tenths(*number, 1)) : Result();
}

Result counts_result(const FidelityCheck& check, const FidelityMeasure& measure) {
  if (!score::shows_counts(check, measure)) return Result();
  Result::Fields counts;
  for (const auto& [value, count] : measure.counts) counts.emplace_back(*value, *count);
  return counts;
}

Result measure_result(const FidelityCheck& check, const FidelityMeasure& measure) {
  const bool hidden = !measure.counts.empty() && !score::shows_counts(check, measure);
  return Result::Fields{{"id", *measure.id},
                        {"text", text_result(measure.text)},
                        {"min", measure.scale ? whole_result(measure.scale->min) : Result()},
                        {"max", measure.scale ? whole_result(measure.scale->max) : Result()},
                        {"mean", tenths_result(score::mean_of(check, *measure.id))},
                        {"counts", counts_result(check, measure)},
                        {"counts_suppressed", hidden}};
}

Result check_result(const FidelityCheck& check) {
  Result::List measures;
  if (!check.suppressed)
    for (const FidelityMeasure& measure : check.results->measures) measures.push_back(measure_result(check, measure));
  return Result::Fields{{"file", check.document->inside},
                        {"from", date_result(check.results->period.from)},
                        {"to", date_result(check.results->period.to)},
                        {"n", check.suppressed ? Result() : whole_result(check.results->n)},
                        {"suppressed", check.suppressed},
                        {"measures", std::move(measures)}};
}

Result fidelity_series_result(const FidelitySeries& series) {
  const model::Fidelity& results = *series.checks.back().results;
  const auto change = [&series](const FidelityMeasure* question) {
    return Result(
        Result::Fields{{"id", *question->id}, {"change", tenths_result(score::change_of(series, *question->id))}});
  };
  return Result::Fields{{"county", text_result(results.county)},
                        {"area", model::key(*results.area)},
                        {"tool", text_result(results.tool)},
                        {"version", text_result(results.version)},
                        {"respondent_group", text_result(results.respondent_group)},
                        {"small_group", series.checks.front().limit},
                        {"checks", list_of(series.checks, check_result)},
                        {"changes", list_of(questions_of(series), change)}};
}

}  // namespace

Document fidelity_report(const std::vector<Context>& contexts) {
  const model::Workspace& workspace = contexts.front().workspace;
  const std::vector<FidelitySeries> all = series_of_files(contexts);
  const std::string counties = names_joined(counties_with_results(all, workspace));
  Page page("Fidelity results: " + counties);
  page.lead(fidelity_answer(all));
  page.facts({{{"County", counties},
               {"Smallest group shown", limits_text(all)},
               {"As of", base::written_out(workspace.as_of)}}});
  for (const auto& area : model::word_list<FidelityArea>()) add_fidelity_area(page, area.choice, all, workspace);
  page.section("How to read this");
  page.list(
      {"All figures are for whole groups; no individual answers are kept here.",
       "A Snapshot shows what the agency is able to do; these results show whether it is done as intended. One does not "
       "replace the other.",
       "A table holds only checks with the same tool, version and group. When few people answer, a change from one to "
       "the next can be chance.",
       "Where few people chose a value, the answers to that question are not shown value by value."});
  return std::move(page).done();
}

Result fidelity_result(const std::vector<Context>& contexts) {
  const std::vector<FidelitySeries> all = series_of_files(contexts);
  return Result::Fields{{"as_of", base::to_text(contexts.front().workspace.as_of)},
                        {"checks", count_checks(all)},
                        {"suppressed", count_suppressed(all)},
                        {"series", list_of(all, fidelity_series_result)}};
}

}  // namespace cpm::report
