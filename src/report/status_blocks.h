#pragma once
// Blocks about where a plan stands that the status report and the hand-over share.
#include <string>
#include <vector>

#include "report/plan_words.h"

namespace cpm::report {

/// A question about a step, answered by yes or no.
using Picked = bool (*)(const score::StepProgress&);
/// The steps for which the answer is yes, in plan order.
std::vector<const score::StepProgress*> picked(const score::Progress& progress, Picked pick);
/// "3 of 18 steps are done, 2 are overdue and 4 come up in the next 60 days"
std::string standing_text(const score::Progress& progress);
/// The monitoring date, or the due date where there is none.
const model::LocatedDate& date_shown(const model::Step& step);
/// The names of the steps that come first; "nothing" when there are none.
std::string waits_text(const score::StepProgress& step);

Table overdue_table(const score::Progress& progress, const Context& context);
Table upcoming_table(const score::Progress& progress, const Context& context);
/// The longest row of open steps, first one first.
Table chain_table(const score::Progress& progress, const Context& context);
/// Open steps per responsible, with the months of their next dates.
Table load_table(const score::Progress& progress);

}  // namespace cpm::report
