#include "report/fidelity_words.h"

#include <algorithm>
#include <array>

namespace cpm::report {
namespace {

struct AreaWords {
  std::string_view key;
  std::string_view title;
};

constexpr std::array kAreas = {AreaWords{"implementation", "Implementation support"},
                               AreaWords{"leadership", "Leadership behaviors"},
                               AreaWords{"practice", "Practice behaviors"}};

}  // namespace

std::string_view area_key(model::FidelityArea area) {
  return kAreas.at(static_cast<std::size_t>(area)).key;
}

std::string_view area_title(model::FidelityArea area) {
  return kAreas.at(static_cast<std::size_t>(area)).title;
}

std::vector<score::FidelitySeries> series_of(const std::vector<Context>& contexts) {
  std::vector<const model::Document*> documents;
  for (const Context& context : contexts) documents.push_back(&context.document);
  return score::fidelity_series(documents, contexts.front().workspace);
}

std::vector<const model::FidelityMeasure*> questions_of(const score::FidelitySeries& series) {
  std::vector<const model::FidelityMeasure*> questions;
  for (auto check = series.checks.rbegin(); check != series.checks.rend(); ++check)
    for (const model::FidelityMeasure& measure : check->results->measures) {
      const auto same = [&](const model::FidelityMeasure* known) { return *known->id == *measure.id; };
      if (std::ranges::none_of(questions, same)) questions.push_back(&measure);
    }
  return questions;
}

std::size_t count_checks(const std::vector<score::FidelitySeries>& all) {
  std::size_t count = 0;
  for (const score::FidelitySeries& series : all) count += series.checks.size();
  return count;
}

std::size_t count_suppressed(const std::vector<score::FidelitySeries>& all) {
  std::size_t count = 0;
  for (const score::FidelitySeries& series : all)
    count += static_cast<std::size_t>(std::ranges::count(series.checks, true, &score::FidelityCheck::suppressed));
  return count;
}

}  // namespace cpm::report
