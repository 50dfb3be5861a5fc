// `cpm report logic-model`: activities, outputs and outcomes on one page, where the figures come from, the latest ones
// against their targets, and how those are asked who see an outcome best.
#include <algorithm>
#include <array>

#include "base/text.h"
#include "report/abbreviations.h"
#include "report/pages.h"
#include "report/plan_charts.h"
#include "report/plan_words.h"
#include "report/result_parts.h"
#include "report/series_table.h"

namespace cpm::report {

namespace {

using Blocks = std::vector<Block>;
using model::LogicModel;
using model::Measured;

constexpr std::array<std::string_view, 3> kAreas = {"child and family practice", "partnerships",
                                                    "agency and system support"};
constexpr std::array<std::string_view, 3> kAreaKeys = {"practice", "partnerships", "agency"};
constexpr std::array<std::string_view, 3> kPerspectives = {"families", "staff", "partners"};
constexpr std::array<std::string_view, 2> kSources = {"existing", "new"};

bool is_reached(const model::Output& output, base::Date as_of) {
  const Measured* figure = score::newest_figure(output.series, as_of);
  return figure != nullptr && output.target && base::to_ratio(*figure->value) >= base::to_ratio(*output.target);
}

std::string name_of(const model::LocatedText& text, const model::LocatedText& id) {
  return text_or(text, *id) + " (" + *id + ")";
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
std::string answer_text(const LogicModel& model, base::Date as_of) {
  std::string text = base::counted(model.activities.size(), "activity", "activities") +
                     (model.activities.size() == 1 ? " leads to " : " lead to ") +
                     base::counted(model.outputs.size(), "output") + " and " +
                     base::counted(model.outcomes.size(), "outcome");
  const auto has_target = [](const model::Output& output) { return output.target.given; };
  const auto reached = [as_of](const model::Output& output) { return is_reached(output, as_of); };
  const auto targets = std::ranges::count_if(model.outputs, has_target);
  const auto done = std::ranges::count_if(model.outputs, reached);
  if (targets == 0) return text + "; no output has a target yet.";
  text += "; " + std::to_string(done) + " of " + counted(targets, "target") + " " + std::string(is_or_are(done)) +
          " reached";
  const auto unasked = std::ranges::count_if(model.outcomes,
                                             [](const auto& outcome) { return !outcome.feedback_loop.has_value(); });
  if (unasked == 0) return text + ", and every outcome has a feedback loop.";
  return text + ", and " + counted(unasked, "outcome") + (unasked == 1 ? " has" : " have") + " no feedback loop yet.";
}

Facts facts_of(const LogicModel& model, const Context& context) {
  Facts facts{{{"County", county_text(context.workspace, model.county)},
               {"As of", base::written_out(context.workspace.as_of)}}};
  if (model.plan) facts.facts.push_back({"Plan", *model.plan});
  return facts;
}

std::vector<std::string> outputs_of(const LogicModel& model, const std::string& activity) {
  std::vector<std::string> names;
  for (const model::Output& output : model.outputs)
    if (*output.activity == activity) names.push_back(name_of(output.text, output.id));
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

void add_chain(Blocks& blocks, const LogicModel& model) {
  Table table{.caption = "Activities, their outputs, and the outcomes expected soon",
              .columns = {{.head = "Activity"}, {.head = "Outputs"}, {.head = "Outcomes"}},
              .rows = {}};
  for (const model::Activity& activity : model.activities) {
    std::vector<std::string> outcomes;
    for (const model::LogicOutcome& outcome : model.outcomes)
      if (comes_from(model, outcome, *activity.id)) outcomes.push_back(name_of(outcome.text, outcome.id));
    table.rows.push_back({text_cell(name_of(activity.text, activity.id)),
                          text_cell(names_joined(outputs_of(model, *activity.id))), text_cell(names_joined(outcomes))});
  }
  blocks.push_back(Heading{.level = 2, .text = "From activities to outcomes"});
  blocks.push_back(std::move(table));
}

Cell latest_cell(const Measured* figure, const model::LocatedText& unit) {
  return figure == nullptr ? text_cell("no figure yet") : figure_cell(figure->value, unit);
}

Cell day_cell(const Measured* figure) {
  return figure == nullptr ? text_cell(std::string(kNone)) : date_cell(figure->date);
}

std::string standing_text(const model::Output& output, base::Date as_of) {
  if (!output.target) return "no target";
  if (score::newest_figure(output.series, as_of) == nullptr) return "not measured";
  return is_reached(output, as_of) ? "reached" : "not reached";
}

/// Outputs with figures of more than one day.
std::optional<Chart> series_chart(const LogicModel& model, base::Date as_of) {
  LineChart chart;
  for (const model::Output& output : model.outputs) {
    Line line = series_line(text_or(output.text, *output.id), output.series, output.unit, output.target, as_of);
    if (line.points.size() > 1) chart.lines.push_back(std::move(line));
  }
  if (chart.lines.empty()) return {};
  return Chart{.name = "outputs",
               .title = "Figures of the outputs over time",
               .description = lines_in_words(chart),
               .shape = std::move(chart)};
}

void add_outputs(Blocks& blocks, const LogicModel& model, base::Date as_of) {
  Table table{.caption = "Latest figures of the outputs against their targets",
              .columns = {{.head = "Output"},
                          {.head = "Target", .number = true},
                          {.head = "Latest", .number = true},
                          {.head = "Day"},
                          {.head = "Target reached"},
                          {.head = "Source"}},
              .rows = {}};
  for (const model::Output& output : model.outputs) {
    const Measured* figure = score::newest_figure(output.series, as_of);
    table.rows.push_back({text_cell(name_of(output.text, output.id)), figure_cell(output.target, output.unit),
                          latest_cell(figure, output.unit), day_cell(figure), text_cell(standing_text(output, as_of)),
                          text_cell(source_text(output.source, output.series, as_of))});
  }
  blocks.push_back(Heading{.level = 2, .text = "Outputs"});
  if (auto chart = series_chart(model, as_of)) blocks.push_back(std::move(*chart));
  blocks.push_back(std::move(table));
  std::vector<Series> figures;
  for (const model::Output& output : model.outputs)
    figures.push_back({.name = name_of(output.text, output.id), .unit = output.unit, .figures = output.series});
  add_series(blocks, figures, "Output", as_of);
}

std::string perspectives_text(const model::LogicOutcome& outcome) {
  std::vector<std::string> names;
  for (const auto& one : outcome.perspectives) names.emplace_back(kPerspectives[static_cast<std::size_t>(*one)]);
  return names_joined(names);
}

Row outcome_row(const LogicModel& model, const model::LogicOutcome& outcome, base::Date as_of) {
  std::vector<std::string> from;
  for (const model::LocatedText& id : outcome.from) from.push_back(name_called(model, *id));
  const Measured* figure = score::newest_figure(outcome.series, as_of);
  const std::string area = outcome.area ? std::string(kAreas[static_cast<std::size_t>(*outcome.area)])
                                        : std::string(kNone);
  return Row{text_cell(name_of(outcome.text, outcome.id)),
             text_cell(names_joined(from)),
             text_cell(loop_text(outcome.feedback_loop)),
             text_cell(area),
             text_cell(perspectives_text(outcome)),
             text_cell(source_text(outcome.source, outcome.series, as_of)),
             figure == nullptr ? text_cell(std::string(kNone)) : latest_cell(figure, {}),
             day_cell(figure)};
}

void add_outcomes(Blocks& blocks, const LogicModel& model, base::Date as_of) {
  Table table{.caption = "Outcomes and how they are seen",
              .columns = {{.head = "Outcome"},
                          {.head = "Comes from"},
                          {.head = "Feedback loop"},
                          {.head = "Where it is seen"},
                          {.head = "Who sees it best"},
                          {.head = "Source"},
                          {.head = "Latest", .number = true},
                          {.head = "Day"}},
              .rows = {}};
  for (const model::LogicOutcome& outcome : model.outcomes) table.rows.push_back(outcome_row(model, outcome, as_of));
  blocks.push_back(Heading{.level = 2, .text = "Outcomes"});
  blocks.push_back(without_empty_columns(std::move(table), 3));
  static const model::LocatedText no_unit;
  std::vector<Series> figures;
  for (const model::LogicOutcome& outcome : model.outcomes)
    figures.push_back({.name = name_of(outcome.text, outcome.id), .unit = no_unit, .figures = outcome.series});
  add_series(blocks, figures, "Outcome", as_of);
}

Result figure_result(const Measured* figure) {
  if (figure == nullptr) return Result();
  return Result::Fields{{"date", date_result(figure->date)}, {"value", base::to_text(*figure->value)}};
}

Result source_result(const std::optional<model::DataSource>& source) {
  if (!source) return Result();
  return Result::Fields{{"kind", kSources[static_cast<std::size_t>(*source->kind)]},
                        {"name", text_result(source->name)}};
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
                        {"target", output.target ? Result(base::to_text(*output.target)) : Result()},
                        {"latest", figure_result(score::newest_figure(output.series, as_of))},
                        {"reached", judged ? Result(is_reached(output, as_of)) : Result()},
                        {"series", series_result(output.series)},
                        {"source", source_result(output.source)}};
}

Result outcome_result(const model::LogicOutcome& outcome, base::Date as_of) {
  const auto perspective = [](const auto& one) { return Result(kPerspectives[static_cast<std::size_t>(*one)]); };
  return Result::Fields{{"id", *outcome.id},
                        {"text", text_result(outcome.text)},
                        {"area", outcome.area ? Result(kAreaKeys[static_cast<std::size_t>(*outcome.area)]) : Result()},
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
  Document page{.title = text_or(model.title, "Logic model") + ": " + county_text(context.workspace, model.county),
                .blocks = {}};
  page.blocks.push_back(Paragraph{.text = answer_text(model, as_of), .lead = true});
  page.blocks.push_back(facts_of(model, context));
  add_chain(page.blocks, model);
  add_outputs(page.blocks, model, as_of);
  add_outcomes(page.blocks, model, as_of);
  return with_abbreviations(std::move(page));
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
