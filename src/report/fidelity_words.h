#pragma once
// What the page and the result of `cpm report fidelity` share: the order of questions and the words for areas.
#include <string>
#include <string_view>
#include <vector>

#include "report/pages.h"
#include "score/fidelity.h"

namespace cpm::report {

/// "implementation": the word of the file.
std::string_view area_key(model::FidelityArea area);
/// "Leadership behaviors"
std::string_view area_title(model::FidelityArea area);

/// The series of all files; they must be of one run.
std::vector<score::FidelitySeries> series_of(const std::vector<Context>& contexts);
/// Every question of the series once: those of the newest check first.
std::vector<const model::FidelityMeasure*> questions_of(const score::FidelitySeries& series);
std::size_t count_checks(const std::vector<score::FidelitySeries>& all);
std::size_t count_suppressed(const std::vector<score::FidelitySeries>& all);

}  // namespace cpm::report
