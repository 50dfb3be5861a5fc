#include "report/plan_words.h"

namespace cpm::report {

namespace {

std::string label_in(const model::Instrument& instrument, std::string_view area_id) {
  const model::Area* area = model::find_area(instrument, area_id);
  return area == nullptr ? std::string() : area_name(*area);
}

/// Sentences of the plan serve as names here: in headings, rows and lists.
std::string without_full_stop(std::string text) {
  if (text.size() > 1 && text.ends_with('.') && !text.ends_with("..")) text.pop_back();
  return text;
}

}  // namespace

std::string area_label(const Context& context, std::string_view area_id) {
  const model::Document* snapshot = context.document.snapshot;
  std::string label;
  if (snapshot != nullptr && snapshot->instrument != nullptr) label = label_in(*snapshot->instrument, area_id);
  if (label.empty() && context.workspace.built_in != nullptr)
    for (const model::Instrument& instrument : context.workspace.built_in->instruments)
      if (label.empty()) label = label_in(instrument, area_id);
  if (!label.empty()) return label;
  return area_id.empty() ? "no area" : std::string(area_id);
}

std::string responsible_words(const model::Step& step, bool with_name) {
  const std::string text = score::responsible_text(step, with_name);
  return text.empty() ? "nobody named" : text;
}

std::string decimal_text(const model::LocatedDecimal& number) {
  return number ? base::to_text(*number) : std::string(kNone);
}

Cell figure_cell(const model::LocatedDecimal& number, const model::LocatedText& unit) {
  Cell cell = text_cell(decimal_text(number));
  if (!number) return cell;
  cell.number = base::tenths(base::to_ratio(*number), 1);
  cell.source = number.span;
  if (unit) cell.text += " " + *unit;
  return cell;
}

Table team_table(const model::Plan& plan, bool with_names) {
  Table table{.caption = "Members of the planning team",
              .columns = {{.head = "Role"}, {.head = "Organization"}, {.head = "Part in the plan"}},
              .rows = {}};
  if (with_names) table.columns.push_back({.head = "Name"});
  for (const model::TeamMember& member : plan.team) {
    Row row{text_cell(member.role), text_cell(member.organization), text_cell(member.part)};
    if (with_names) row.push_back(text_cell(member.name));
    table.rows.push_back(std::move(row));
  }
  return without_empty_columns(std::move(table), 1);
}

std::string objective_name(const model::Objective& objective) {
  return without_full_stop(text_or(objective.statement, *objective.id));
}

std::string step_name(const model::Step& step) {
  return without_full_stop(text_or(step.action, *step.id));
}

std::string review_subject(const model::Review& review, const model::Plan& plan) {
  if (const model::Step* step = model::find_step(plan, *review.step); step != nullptr) return step_name(*step);
  const model::Objective* objective = model::find_objective(plan, *review.objective);
  return objective == nullptr ? "the plan" : objective_name(*objective);
}

}  // namespace cpm::report
