// The logic model: outputs are counted, outcomes are asked about, and figures are in order. Plans have figures, too.
#include <unordered_set>

#include <fmt/format.h>

#include "rules/logic_model_words.h"
#include "rules/rule_table.h"
#include "rules/words.h"

namespace cpm::rules {
namespace {

using diag::Diagnostics;
using model::LogicModel;
using model::LogicOutcome;
using model::Output;

std::string name_of_output(const Output& output) {
  return named("output", output.id, output.text);
}
std::string name_of_outcome(const LogicOutcome& outcome) {
  return named("outcome", outcome.id, outcome.text);
}

void check_feedback(const LogicModel& model, const Subject&, Diagnostics& findings) {
  for (const LogicOutcome& outcome : model.outcomes) {
    if (outcome.feedback_loop) continue;
    findings.add({.code = 611,
                  .message = name_of_outcome(outcome) + " has no feedback loop",
                  .span = place_of(outcome.id, outcome.text, outcome.span),
                  .help = "add `feedback_loop` with how and how often people are asked",
                  .item = *outcome.id});
  }
}

void check_outputs(const LogicModel& model, const Subject&, Diagnostics& findings) {
  for (const Output& output : model.outputs) {
    const std::optional<std::string> word = change_word(*output.text);
    if (!word) continue;
    findings.add({.code = 612,
                  .message = fmt::format("{} reads like a change: it says {}", name_of_output(output), quoted(*word)),
                  .span = output.text.span,
                  .help = "make it an outcome, or say what will be counted",
                  .item = *output.id});
  }
}

void check_outcome_wording(const LogicModel& model, const Subject&, Diagnostics& findings) {
  for (const LogicOutcome& outcome : model.outcomes) {
    if (!reads_like_count(*outcome.text)) continue;
    findings.add({.code = 613,
                  .message = name_of_outcome(outcome) + " reads like a count",
                  .span = outcome.text.span,
                  .help = "make it an output, or say what will be different",
                  .item = *outcome.id});
  }
}

void check_sources(const LogicModel& model, const Subject&, Diagnostics& findings) {
  for (const Output& output : model.outputs) {
    if (output.source) continue;
    findings.add({.code = 614,
                  .message = name_of_output(output) + " does not say where its figure comes from",
                  .span = place_of(output.id, output.text, output.span),
                  .help = "add `source`, an existing one if there is one",
                  .item = *output.id});
  }
}

void check_activities(const LogicModel& model, const Subject&, Diagnostics& findings) {
  std::unordered_set<std::string_view> counted;
  for (const Output& output : model.outputs) counted.insert(*output.activity);
  for (const model::Activity& activity : model.activities) {
    if (counted.contains(*activity.id)) continue;
    findings.add({.code = 615,
                  .message = named("activity", activity.id, activity.text) + " has no output",
                  .span = place_of(activity.id, activity.text, activity.span),
                  .help = fmt::format("add an output with `activity: {}` that can be counted", *activity.id),
                  .item = *activity.id});
  }
}

// `whose`: "output `u1`"
void check_series(const std::vector<model::Measured>& series, const model::LocatedText& record, std::string_view whose,
                  Diagnostics& findings) {
  for (std::size_t i = 1; i < series.size(); ++i) {
    const model::LocatedDate& above = series[i - 1].date;
    const model::LocatedDate& date = series[i].date;
    if (!above.given || !date.given || *date > *above) continue;
    findings.add({.code = 616,
                  .message = fmt::format("a figure of {} is dated {}, and the one above it {}", whose,
                                         base::to_text(*date), base::to_text(*above)),
                  .span = date.span,
                  .labels = {{above.span, "the one above"}},
                  .help = "put the figures in the order of their dates, or correct the date",
                  .item = *record});
  }
}

void check_figure_order(const Subject& subject, Diagnostics& findings) {
  if (const auto* const model = model::content_as<LogicModel>(subject.document)) {
    for (const Output& output : model->outputs)
      check_series(output.series, output.id, name_of_output(output), findings);
    for (const LogicOutcome& outcome : model->outcomes)
      check_series(outcome.series, outcome.id, name_of_outcome(outcome), findings);
  }
  if (const auto* const plan = model::content_as<model::Plan>(subject.document)) {
    for (const model::Objective& objective : plan->objectives)
      if (objective.indicator) check_series(objective.indicator->series, objective.id, name_of(objective), findings);
  }
}

constexpr Rule kLogicModelRules[] = {
    {"logic-model: feedback loops", kCodes<611>, on<LogicModel, check_feedback>},
    {"logic-model: wording of outputs", kCodes<612>, on<LogicModel, check_outputs>},
    {"logic-model: wording of outcomes", kCodes<613>, on<LogicModel, check_outcome_wording>},
    {"logic-model: sources of outputs", kCodes<614>, on<LogicModel, check_sources>},
    {"logic-model: outputs of activities", kCodes<615>, on<LogicModel, check_activities>},
    {"plan: order of figures, of a logic model as well", kCodes<616>, check_figure_order},
};

}  // namespace

std::span<const Rule> logic_model_rules() {
  return kLogicModelRules;
}

}  // namespace cpm::rules
