#include "report/trace_words.h"

#include <array>

namespace cpm::report {
namespace {

struct LevelWords {
  std::string_view title;
  std::string_view word;
};

/// In the order of score::Level.
constexpr std::array kLevels = {LevelWords{"Clause", "clause"},       LevelWords{"Outcome", "outcome"},
                                LevelWords{"Objective", "objective"}, LevelWords{"Step", "step"},
                                LevelWords{"Priority", "priority"},   LevelWords{"Item", "item"},
                                LevelWords{"Support", "support"}};

struct LooseWords {
  std::string_view word;
  std::string_view text;
  std::string_view remedy;
};

/// In the order of score::Loose.
constexpr std::array kLoose = {
    LooseWords{"clause_without_outcome", "it names no outcome it rests on",
               "add `outcomes` to the clause: by which outcomes would one see that it holds?"},
    LooseWords{"outcome_without_objective", "no objective of the plan serves it",
               "name it as `outcome` of an objective, add an objective for it, or let the theory go without it"},
    LooseWords{"objective_without_outcome", "it serves no outcome",
               "add `outcome` to the objective: what will be different when it is reached?"},
    LooseWords{"objective_without_step", "no step leads to it",
               "add a step with a date and somebody responsible, or take the objective out"},
    LooseWords{"step_without_priority", "it serves no priority of the plan",
               "give its objective the `priority` it belongs to, or drop the step"},
    LooseWords{"priority_without_objective", "no objective serves it",
               "add an objective, or say in the plan's reviews why the priority waits"},
    LooseWords{"priority_without_item", "no item of the Snapshot stands behind it",
               "add `from_snapshot`, and the `items` of that priority in the Snapshot"},
    LooseWords{"support_for_closed_step", "it is still asked for, but its step is closed",
               "set its status to `received` or `declined`, or name the step that needs it now"}};

const LooseWords& words(score::Loose what) {
  return kLoose[static_cast<std::size_t>(what)];
}

}  // namespace

std::string_view level_title(score::Level level) {
  return kLevels[static_cast<std::size_t>(level)].title;
}

std::string_view level_word(score::Level level) {
  return kLevels[static_cast<std::size_t>(level)].word;
}

std::string node_name(const score::TraceNode& node) {
  std::string label = node.label;
  if (label.size() > 1 && label.ends_with('.') && !label.ends_with("..")) label.pop_back();
  const std::string name = label == node.id ? label : label + " (" + node.id + ")";
  if (node.open) return name;
  return name + (node.level == score::Level::step ? ", dropped" : ", closed");
}

std::string_view loose_word(score::Loose what) {
  return words(what).word;
}

std::string loose_text(const score::LooseEnd& end) {
  const std::string text{words(end.what).text};
  return end.about.empty() ? text : text + " (" + end.about + ")";
}

std::string_view loose_remedy(score::Loose what) {
  return words(what).remedy;
}

}  // namespace cpm::report
