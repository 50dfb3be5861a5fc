// The machine-readable side of `cpm report fidelity`. What the page must not show is not in here either.
#include "base/decimal.h"
#include "report/fidelity_words.h"
#include "report/result_parts.h"

namespace cpm::report {
namespace {

using model::FidelityMeasure;
using score::FidelityCheck;
using score::FidelitySeries;

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

Result change_result(const FidelitySeries& series, const FidelityMeasure& question) {
  return Result::Fields{{"id", *question.id}, {"change", tenths_result(score::change_of(series, *question.id))}};
}

Result series_result(const FidelitySeries& series) {
  const model::Fidelity& results = *series.checks.back().results;
  return Result::Fields{{"county", text_result(results.county)},
                        {"area", area_key(*results.area)},
                        {"tool", text_result(results.tool)},
                        {"version", text_result(results.version)},
                        {"respondent_group", text_result(results.respondent_group)},
                        {"small_group", series.checks.front().limit},
                        {"checks", list_of(series.checks, check_result)},
                        {"changes", list_of(questions_of(series), [&](const FidelityMeasure* question) {
                           return change_result(series, *question);
                         })}};
}

}  // namespace

Result fidelity_result(const std::vector<Context>& contexts) {
  const std::vector<FidelitySeries> all = series_of(contexts);
  return Result::Fields{{"as_of", base::to_text(contexts.front().workspace.as_of)},
                        {"checks", static_cast<std::int64_t>(count_checks(all))},
                        {"suppressed", static_cast<std::int64_t>(count_suppressed(all))},
                        {"series", list_of(all, series_result)}};
}

}  // namespace cpm::report
