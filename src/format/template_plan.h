#pragma once
// The values of a new plan that follows a Snapshot: its priorities, and a skeleton of objectives and steps to be replaced.
#include "format/template_values.h"

namespace cpm::format {

/// The first day of the fiscal year that begins on the date or after it; `month` is from 1 to 12.
base::Date next_fiscal_year(base::Date date, unsigned month);
/// 14 whole months after the start, the last day of a quarter: 2026-07-01 gives 2027-09-30.
base::Date reassessment(base::Date start);

/// `options.follows` must be there.
TemplateValues following_plan_values(const TemplateOptions& options);

}  // namespace cpm::format
