#pragma once
// What the pages on plans share: names of steps and objectives, the team, steps that are overdue or come up, figures over
// time. Names of people only where the report may show contacts.
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "report/context.h"
#include "report/page.h"
#include "report/result.h"
#include "report/wording.h"
#include "score/progress.h"

namespace cpm::report {

// Names and words

/// The label of an area of the plan's instrument, or its id when no instrument knows it.
std::string area_label(const Context& context, std::string_view area_id);
/// Who is responsible; "nobody named" when the plan does not say.
std::string responsible_words(const model::Step& step, bool with_name);
/// "Every unit has a coach": the statement without its full stop, or the id when there is none.
std::string objective_name(const model::Objective& objective);
std::string step_name(const model::Step& step);
std::string priority_name(const model::PlanPriority& priority);
/// The step or objective that a review speaks of, in the plan's own words.
std::string review_subject(const model::Review& review, const model::Plan& plan);
/// A number as the plan has it, "none" when it has none. Its unit has a column of its own, since it is the same for one
/// and for many.
Cell figure_cell(const model::LocatedDecimal& number);
/// The names of the steps that come first; "nothing" when there are none.
std::string waits_text(const score::StepProgress& step);

// Where a plan stands

/// A question about a step, answered by yes or no.
using StepFilter = bool (*)(const score::StepProgress&);
/// The steps for which the answer is yes, in plan order.
std::vector<const score::StepProgress*> steps_where(const score::Progress& progress, StepFilter filter);
/// "3 of 18 steps are done, 2 are overdue and 4 come up in the next 60 days"
std::string standing_text(const score::Progress& progress);
/// The same as large figures.
KeyFigures standing_figures(const score::Progress& progress);
/// " The plan of December 10, 2024 has replaced this one, so its 3 open steps are left out of …."; empty where none has.
std::string replaced_sentence(const score::Progress& progress);
/// The keys `replaced_by` and `left_out`; nothing where no plan has replaced this one.
void add_replaced(Result::Fields& fields, const score::Progress& progress);
/// Steps over time; nothing when no step has a date.
std::optional<Chart> steps_chart(const score::Progress& progress);

/// Roles, organizations and parts of the planning team.
Table team_table(const model::Plan& plan, bool with_names);
Table overdue_table(const score::Progress& progress, const Context& context);
Table upcoming_table(const score::Progress& progress, const Context& context);
/// Name, responsible, monitoring or due date, status.
Row step_row(const score::StepProgress& progress, const Context& context);
/// "2026-10-15, then every quarter"
Cell monitoring_cell(const model::Step& step);
/// `with` and `monitor_every`, where the step has them: results of older files stay as they were.
void add_partners_and_rhythm(Result::Fields& fields, const model::Step& step);
/// Open steps of each person responsible, with the months of their next dates.
Table load_table(const score::Progress& progress);

// Figures over time

/// The dated figures of one indicator, output or outcome.
struct Series {
  std::string name;
  const model::LocatedText& unit;
  const std::vector<model::Measured>& figures;
};
/// A row for each figure up to the day, by name and date, and its change since the one before. `head`: what the names are,
/// such as "Indicator".
Table series_table(const std::vector<Series>& all, std::string head, base::Date as_of);
/// `{date, value}` of every figure, in the order of the file.
Result series_result(const std::vector<model::Measured>& figures);
/// A line for figures with dates up to the day; with the target where there is one.
Line series_line(std::string label, const std::vector<model::Measured>& series, const model::LocatedText& unit,
                 const model::LocatedDecimal& target, base::Date as_of);
/// A picture of the lines with more than one point; nothing when there is none.
std::optional<Chart> lines_chart(std::string name, std::string title, std::vector<Line> lines);

}  // namespace cpm::report
