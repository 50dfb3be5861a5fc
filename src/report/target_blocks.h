#pragma once
// What a plan aims at in the next Snapshot, and what the figures would be: shown alike on every page that shows scores. Each
// picture stands beside a table that says the same.
#include <string>

#include "model/words.h"
#include "report/context.h"
#include "report/page.h"
#include "report/result.h"
#include "score/projection.h"
#include "score/targets.h"

namespace cpm::model {

/// What became of a target.
template <>
inline constexpr auto words<score::Reach> = std::to_array<Word<score::Reach>>({
    {score::Reach::reached, "reached", "reached"},
    {score::Reach::not_reached, "not_reached", "not reached"},
    {score::Reach::not_answered, "not_answered", "not answered"},
    {score::Reach::not_applicable, "not_applicable", "does not apply"},
    {score::Reach::not_asked, "not_asked", "not asked any more"},
});

}  // namespace cpm::model

namespace cpm::report {

/// "would rise from 50.0% to 55.0%, up 5.0 points"
std::string would_move_text(const score::Figures& now, const score::Figures& then);

/// Percents by area now and then, as a picture and as a table. `then`: what the second ones are, such as "if reached".
void add_projection(Page& page, const score::Projection& projection, const std::string& then);
/// areas and total, each with the figures now and then, and the change.
Result::Fields projection_fields(const score::Projection& projection);

/// "plan of June 10, 2025", or "2 plans"
std::string plans_words(PlansTargets plans);
/// Number of targets by result: reached, not_reached and so on.
Result reach_counts_result(const score::PlanTargets& targets);
/// "5 reached, 5 not reached, 1 not answered"
std::string reach_counts_text(const score::PlanTargets& targets);
/// "5 of 11 are reached, 5 are not reached and 1 is not answered"
std::string reached_text(const score::PlanTargets& targets);
/// For the lead of a page: " Of the plan's target scores, 5 of 11 are reached …", or what the total would be; empty without targets.
std::string targets_sentence(PlansTargets plans);
/// "5 of 11", "target scores reached", where a later Snapshot says so.
void add_targets_figure(KeyFigures& figures, PlansTargets plans);
/// A section: what the plan aims at item by item, what became of it, and the figures if all is reached.
void add_targets(Page& page, const score::PlanTargets& targets, std::string title, int level = 2);
/// For each plan that follows a Snapshot. Where a later one is compared with it, without what is still to come.
void add_targets_of_plans(Page& page, PlansTargets plans, int level = 2);

Result plan_targets_result(const score::PlanTargets& targets);
/// Adds `targets`, a list with an entry for each plan; nothing when there is none.
void add_targets_result(Result::Fields& fields, PlansTargets plans);

}  // namespace cpm::report
