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

std::string objective_name(const model::Objective& objective) {
  return without_full_stop(text_or(objective.statement, *objective.id));
}

std::string step_name(const model::Step& step) {
  return without_full_stop(text_or(step.action, *step.id));
}

}  // namespace cpm::report
