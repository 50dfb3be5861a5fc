#include "report/plan_pages.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "report/flowchart.h"
#include "report/plan_blocks.h"
#include "report/result_fields.h"

namespace cpm::report {

namespace {

using model::LogicModel;
using model::Measured;

bool is_reached(const model::Output& output, base::Date as_of) {
  const Measured* figure = score::newest_figure(output.series, as_of);
  return figure != nullptr && output.target && base::to_ratio(*figure->value) >= base::to_ratio(*output.target);
}

std::string name_and_id(const model::LocatedText& text, const model::LocatedText& id) {
  return fmt::format("{} ({})", text_or(text, *id), *id);
}

/// The words of an activity or output by its id; the id when there is none of it.
std::string name_called(const LogicModel& model, const std::string& id) {
  for (const model::Activity& activity : model.activities)
    if (*activity.id == id) return text_or(activity.text, id);
  for (const model::Output& output : model.outputs)
    if (*output.id == id) return text_or(output.text, id);
  return id;
}

/// A new source is to be started until it has its first figure.
std::string source_text(const std::optional<model::DataSource>& source, const std::vector<Measured>& series,
                        base::Date as_of) {
  if (!source || !source->name) return std::string(kNone);
  const bool waits = *source->kind == model::SourceKind::fresh && score::newest_figure(series, as_of) == nullptr;
  return *source->name + (waits ? " (to be started)" : "");
}

std::string loop_text(const std::optional<model::FeedbackLoop>& loop) {
  if (!loop) return std::string(kNone);
  std::vector<std::string> parts;
  for (const model::LocatedText* part : {&loop->method, &loop->cadence, &loop->sample})
    if (*part) parts.push_back(**part);
  return names_joined(parts);
}

/// "4 activities lead to 6 outputs and 5 outcomes; 2 of 5 targets are reached"
std::string logic_model_answer(const LogicModel& model, base::Date as_of) {
  const std::string text = fmt::format("{} {} to {} and {}", counted(model.activities.size(), "activity", "activities"),
                                       model.activities.size() == 1 ? "leads" : "lead",
                                       counted(model.outputs.size(), "output"),
                                       counted(model.outcomes.size(), "outcome"));
  const auto targets = std::ranges::count_if(model.outputs,
                                             [](const model::Output& output) { return output.target.given; });
  if (targets == 0) return text + "; no output has a target yet.";
  const auto done = std::ranges::count_if(model.outputs,
                                          [as_of](const model::Output& output) { return is_reached(output, as_of); });
  const auto unasked = std::ranges::count_if(
      model.outcomes, [](const model::LogicOutcome& outcome) { return !outcome.feedback_loop.has_value(); });
  return fmt::format(
      "{}; {} of {} {} reached, and {}.", text, done, counted(targets, "target"), is_are(done),
      unasked == 0 ? "every outcome has a feedback loop"
                   : fmt::format("{} {} no feedback loop yet", counted(unasked, "outcome"), base::has_have(unasked)));
}

// From activities to outcomes

std::vector<std::string> outputs_of(const LogicModel& model, const std::string& activity) {
  std::vector<std::string> names;
  for (const model::Output& output : model.outputs)
    if (*output.activity == activity) names.push_back(name_and_id(output.text, output.id));
  return names;
}

/// Does the outcome come from the activity, itself or through one of its outputs?
bool comes_from(const LogicModel& model, const model::LogicOutcome& outcome, const std::string& activity) {
  return std::ranges::any_of(outcome.from, [&](const model::LocatedText& id) {
    if (*id == activity) return true;
    return std::ranges::any_of(
        model.outputs, [&](const model::Output& output) { return *output.id == *id && *output.activity == activity; });
  });
}

Table logic_chain_table(const LogicModel& model) {
  Table table = table_of("Activities, their outputs and their short-term outcomes",
                         {"Activity", "Outputs", "Outcomes"});
  for (const model::Activity& activity : model.activities) {
    std::vector<std::string> outcomes;
    for (const model::LogicOutcome& outcome : model.outcomes)
      if (comes_from(model, outcome, *activity.id)) outcomes.push_back(name_and_id(outcome.text, outcome.id));
    table.rows.push_back({text_cell(name_and_id(activity.text, activity.id)),
                          text_cell(names_joined(outputs_of(model, *activity.id))), text_cell(names_joined(outcomes))});
  }
  return table;
}

// The picture

/// The record of this id, by its place among the records.
using RecordPlaces = std::map<std::string, std::size_t>;

void add_arrow(const RecordPlaces& places, const std::string& from, std::size_t to,
               std::vector<std::pair<std::size_t, std::size_t>>& arrows) {
  if (const auto found = places.find(from); found != places.end()) arrows.emplace_back(found->second, to);
}

/// Activities, outputs, outcomes, and how those who see them best are asked, which leads back to the activities.
Chart logic_chart(const LogicModel& model) {
  constexpr std::size_t kMostBoxes = 14;
  std::vector<LayerRecord> records;
  std::vector<std::pair<std::size_t, std::size_t>> arrows;
  RecordPlaces places;
  const auto add = [&](std::size_t column, const std::string& id, std::string label) {
    if (!id.empty()) places.emplace(id, records.size());
    records.push_back({.column = column, .label = std::move(label)});
    return records.size() - 1;
  };
  for (const model::Activity& activity : model.activities) add(0, *activity.id, *activity.text);
  for (const model::Output& output : model.outputs)
    add_arrow(places, *output.activity, add(1, *output.id, *output.text), arrows);
  for (const model::LogicOutcome& outcome : model.outcomes) {
    const std::size_t place = add(2, *outcome.id, *outcome.text);
    for (const model::LocatedText& from : outcome.from) add_arrow(places, *from, place, arrows);
    if (outcome.feedback_loop) arrows.emplace_back(place, add(3, {}, loop_text(outcome.feedback_loop)));
  }
  Layered made = layered({"Activities", "Outputs", "Short-term outcomes", "Feedback to the activities"}, records,
                         arrows, kMostBoxes);
  return Chart{
      .name = "model",
      .title = "From activities to outcomes, and back by feedback",
      .description = fmt::format("{} lead to {} and {}. The table beside this picture says what comes from what.",
                                 counted(model.activities.size(), "activity", "activities"),
                                 counted(model.outputs.size(), "output"), counted(model.outcomes.size(), "outcome")),
      .shape = std::move(made.layers)};
}

// Outputs and outcomes

Cell latest_cell(const Measured* figure) {
  return figure == nullptr ? text_cell("no figure yet") : figure_cell(figure->value);
}

Cell day_cell(const Measured* figure) {
  return figure == nullptr ? text_cell(kNone) : date_cell(figure->date);
}

std::string target_text(const model::Output& output, base::Date as_of) {
  if (!output.target) return "no target";
  if (score::newest_figure(output.series, as_of) == nullptr) return "not measured";
  return is_reached(output, as_of) ? "reached" : "not reached";
}

/// Outputs with figures of more than one day.
std::optional<Chart> outputs_chart(const LogicModel& model, base::Date as_of) {
  std::vector<Line> lines;
  for (const model::Output& output : model.outputs)
    lines.push_back(series_line(text_or(output.text, *output.id), output.series, output.unit, output.target, as_of));
  return lines_chart("outputs", "Figures of the outputs over time", std::move(lines));
}

void add_outputs(Page& page, const LogicModel& model, base::Date as_of) {
  Table table = table_of("Latest figures of the outputs against their targets",
                         {"Output", "Unit", number("Target"), number("Latest"), "Date", "Target reached", "Source"});
  std::vector<Series> figures;
  for (const model::Output& output : model.outputs) {
    const Measured* figure = score::newest_figure(output.series, as_of);
    const std::string name = name_and_id(output.text, output.id);
    table.rows.push_back({text_cell(name), text_cell(output.unit), figure_cell(output.target), latest_cell(figure),
                          day_cell(figure), text_cell(target_text(output, as_of)),
                          text_cell(source_text(output.source, output.series, as_of))});
    figures.push_back({.name = name, .unit = output.unit, .figures = output.series});
  }
  page.section("Outputs");
  page.chart(outputs_chart(model, as_of));
  page.table(without_empty_columns(std::move(table), 1));
  page.table(series_table(figures, "Output", as_of));
}

Row outcome_row(const LogicModel& model, const model::LogicOutcome& outcome, base::Date as_of) {
  std::vector<std::string> from;
  for (const model::LocatedText& id : outcome.from) from.push_back(name_called(model, *id));
  std::vector<std::string> perspectives;
  for (const auto& one : outcome.perspectives) perspectives.emplace_back(model::word(*one));
  const Measured* figure = score::newest_figure(outcome.series, as_of);
  return Row{text_cell(name_and_id(outcome.text, outcome.id)),
             text_cell(names_joined(from)),
             text_cell(loop_text(outcome.feedback_loop)),
             text_cell(outcome.area ? model::word(*outcome.area) : kNone),
             text_cell(names_joined(perspectives)),
             text_cell(source_text(outcome.source, outcome.series, as_of)),
             figure == nullptr ? text_cell(kNone) : latest_cell(figure),
             day_cell(figure)};
}

void add_outcomes(Page& page, const LogicModel& model, base::Date as_of) {
  Table table = table_of("Outcomes and how they are observed",
                         {"Outcome", "Comes from", "Feedback loop", "Area of change", "Who sees it best", "Source",
                          number("Latest"), "Date"});
  static const model::LocatedText kNoUnit;
  std::vector<Series> figures;
  for (const model::LogicOutcome& outcome : model.outcomes) {
    table.rows.push_back(outcome_row(model, outcome, as_of));
    figures.push_back({.name = name_and_id(outcome.text, outcome.id), .unit = kNoUnit, .figures = outcome.series});
  }
  page.section("Outcomes");
  page.table(without_empty_columns(std::move(table), 3));
  page.table(series_table(figures, "Outcome", as_of));
}

// The result for programs

Result figure_result(const Measured* figure) {
  if (figure == nullptr) return Result();
  return Result::Fields{{"date", date_result(figure->date)}, {"value", base::to_text(*figure->value)}};
}

Result source_result(const std::optional<model::DataSource>& source) {
  if (!source) return Result();
  return Result::Fields{{"kind", model::key(*source->kind)}, {"name", text_result(source->name)}};
}

Result loop_result(const std::optional<model::FeedbackLoop>& loop) {
  if (!loop) return Result();
  return Result::Fields{{"method", text_result(loop->method)},
                        {"cadence", text_result(loop->cadence)},
                        {"sample", text_result(loop->sample)}};
}

Result activity_result(const model::Activity& activity) {
  return Result::Fields{{"id", *activity.id},
                        {"text", text_result(activity.text)},
                        {"objectives", texts_result(activity.objectives)},
                        {"steps", texts_result(activity.steps)}};
}

Result output_result(const model::Output& output, base::Date as_of) {
  const bool judged = output.target && score::newest_figure(output.series, as_of) != nullptr;
  return Result::Fields{{"id", *output.id},
                        {"activity", text_result(output.activity)},
                        {"text", text_result(output.text)},
                        {"unit", text_result(output.unit)},
                        {"target", decimal_result(output.target)},
                        {"latest", figure_result(score::newest_figure(output.series, as_of))},
                        {"reached", judged ? Result(is_reached(output, as_of)) : Result()},
                        {"series", series_result(output.series)},
                        {"source", source_result(output.source)}};
}

Result outcome_result(const model::LogicOutcome& outcome, base::Date as_of) {
  const auto perspective = [](const auto& one) { return Result(model::key(*one)); };
  return Result::Fields{{"id", *outcome.id},
                        {"text", text_result(outcome.text)},
                        {"area", key_result(outcome.area)},
                        {"from", texts_result(outcome.from)},
                        {"perspectives", list_of(outcome.perspectives, perspective)},
                        {"critical", text_result(outcome.critical)},
                        {"latest", figure_result(score::newest_figure(outcome.series, as_of))},
                        {"series", series_result(outcome.series)},
                        {"source", source_result(outcome.source)},
                        {"feedback_loop", loop_result(outcome.feedback_loop)}};
}

}  // namespace

Document logic_model_report(const LogicModel& model, const Context& context) {
  const base::Date as_of = context.workspace.as_of;
  const std::string county = county_text(context.workspace, model.county);
  Page page(fmt::format("{}: {}", text_or(model.title, "Logic model"), county));
  page.lead(logic_model_answer(model, as_of));
  Facts facts{{{"County", county}, {"As of", base::written_out(as_of)}}};
  if (model.plan) facts.facts.push_back({"Plan", *model.plan});
  page.facts(std::move(facts));
  page.section("From activities to outcomes");
  page.chart(logic_chart(model));
  page.table(logic_chain_table(model));
  add_outputs(page, model, as_of);
  add_outcomes(page, model, as_of);
  return std::move(page).done();
}

Result logic_model_result(const LogicModel& model, const Context& context) {
  const base::Date as_of = context.workspace.as_of;
  return Result::Fields{
      {"county", text_result(model.county)},
      {"title", text_result(model.title)},
      {"plan", text_result(model.plan)},
      {"as_of", base::to_text(as_of)},
      {"activities", list_of(model.activities, activity_result)},
      {"outputs",
       list_of(model.outputs, [as_of](const model::Output& output) { return output_result(output, as_of); })},
      {"outcomes", list_of(model.outcomes,
                           [as_of](const model::LogicOutcome& outcome) { return outcome_result(outcome, as_of); })}};
}

}  // namespace cpm::report
