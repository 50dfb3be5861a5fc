#pragma once
// Words about plans that the plan report and the status report share.
#include <string>

#include "report/pages.h"
#include "report/wording.h"

namespace cpm::report {

/// The label of an area of the plan's instrument, or its id when no instrument knows it.
std::string area_label(const Context& context, std::string_view area_id);
/// Who is responsible, with the name only where the report may show contacts; "nobody named" when the plan does not
/// say.
std::string responsible_words(const model::Step& step, bool with_name);
/// A number with its unit: "12.5 percent"; "none" when the plan has no number.
Cell figure_cell(const model::LocatedDecimal& number, const model::LocatedText& unit);
std::string decimal_text(const model::LocatedDecimal& number);
/// Roles, organizations and parts of the planning team, and names where the report may show them.
Table team_table(const model::Plan& plan, bool with_names);
/// "Every unit has a coach": the statement without its full stop, or the id when there is none.
std::string objective_name(const model::Objective& objective);
std::string step_name(const model::Step& step);
/// The step or objective that a review speaks of, in the plan's own words.
std::string review_subject(const model::Review& review, const model::Plan& plan);

}  // namespace cpm::report
