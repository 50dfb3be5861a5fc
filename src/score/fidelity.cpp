#include "score/fidelity.h"

#include <algorithm>
#include <tuple>

#include "base/decimal.h"
#include "base/text.h"

namespace cpm::score {
namespace {

using model::Fidelity;
using model::FidelityMeasure;

/// Written alike but for capitals and spaces at the ends, a tool or group is the same.
std::string plain(const model::LocatedText& text) {
  return base::lower(base::trimmed(*text));
}

auto key_of(const FidelityCheck& check) {
  const Fidelity& results = *check.results;
  return std::tuple{*results.area, plain(results.tool), plain(results.version), *results.county,
                    plain(results.respondent_group)};
}

FidelityCheck check_of(const model::Document& document, const model::Workspace& workspace) {
  const auto* const results = model::content_as<Fidelity>(document);
  const std::int64_t limit = model::smallest_group(workspace, document.home);
  return {.document = &document, .results = results, .limit = limit, .suppressed = *results->n < limit};
}

std::optional<base::Ratio> mean_of_counts(const FidelityMeasure& measure) {
  base::Ratio mean{.numerator = 0, .denominator = 0};
  for (const auto& [value, count] : measure.counts) {
    const std::optional<base::Decimal> number = base::read_decimal(*value);
    if (!number || number->places != 0) return std::nullopt;
    mean.numerator += number->units * *count;
    mean.denominator += *count;
  }
  return mean.denominator > 0 ? std::optional{mean} : std::nullopt;
}

}  // namespace

std::vector<FidelitySeries> fidelity_series(const std::vector<const model::Document*>& documents,
                                            const model::Workspace& workspace) {
  std::vector<FidelityCheck> checks;
  for (const model::Document* document : documents)
    if (model::content_as<Fidelity>(*document) != nullptr) checks.push_back(check_of(*document, workspace));
  std::ranges::stable_sort(checks, [](const FidelityCheck& a, const FidelityCheck& b) {
    return std::tuple{key_of(a), *a.results->period.from, *a.results->period.to} <
           std::tuple{key_of(b), *b.results->period.from, *b.results->period.to};
  });
  std::vector<FidelitySeries> all;
  for (const FidelityCheck& check : checks) {
    if (all.empty() || key_of(all.back().checks.front()) != key_of(check)) all.emplace_back();
    all.back().checks.push_back(check);
  }
  return all;
}

const FidelityMeasure* find_measure(const Fidelity& results, std::string_view id) {
  const auto found = std::ranges::find_if(results.measures,
                                          [id](const FidelityMeasure& measure) { return *measure.id == id; });
  return found == results.measures.end() ? nullptr : &*found;
}

bool shows_counts(const FidelityCheck& check, const FidelityMeasure& measure) {
  if (check.suppressed || measure.counts.empty()) return false;
  return std::ranges::none_of(measure.counts,
                              [&](const auto& answer) { return *answer.value > 0 && *answer.value < check.limit; });
}

std::optional<base::Ratio> mean_of(const FidelityCheck& check, std::string_view measure) {
  const FidelityMeasure* const found = find_measure(*check.results, measure);
  if (check.suppressed || found == nullptr) return std::nullopt;
  if (found->mean.given) return base::to_ratio(*found->mean);
  const std::optional<base::Ratio> mean = mean_of_counts(*found);  // a few answers would tell what one person said
  return mean && mean->denominator >= check.limit ? mean : std::nullopt;
}

std::optional<base::Ratio> change_of(const FidelitySeries& series, std::string_view measure) {
  std::vector<base::Ratio> means;
  for (const FidelityCheck& check : series.checks)
    if (const std::optional<base::Ratio> mean = mean_of(check, measure)) means.push_back(*mean);
  if (means.size() < 2) return std::nullopt;
  return means[means.size() - 1] - means[means.size() - 2];
}

}  // namespace cpm::score
