// What the other kinds of file should say and do not: one finding for each record that lacks it.
#include <algorithm>
#include <map>

#include <fmt/format.h>

#include "base/text.h"
#include "rules/rule_table.h"
#include "rules/surroundings.h"
#include "rules/words.h"

namespace cpm::rules {
namespace {

using diag::Diagnostics;
using model::LogicModel;
using model::LogicOutcome;
using model::Support;

// Without a plan nobody can tell whether the steps that needs name exist; a Snapshot is enough for its items and priorities.
bool asks_for_plan(const Support& support) {
  return std::any_of(support.needs.begin(), support.needs.end(), [&](const model::SupportNeed& need) {
    return need.purpose && (need.purpose->step.given || need.purpose->objective.given ||
                            (need.purpose->priority.given && !support.snapshot.given));
  });
}

void check_plan_of_support(const Support& support, const Subject&, Diagnostics& findings) {
  if (support.plan.given || !asks_for_plan(support)) return;
  findings.add(
      {.code = 617,
       .message = "this file names no plan, so nobody can tell whether its steps, objectives and priorities exist",
       .span = support.heading.format.span,
       .help = "add `plan` with the plan's file, such as `plan: plans/2026-07.yaml`"});
}

void check_need_status(const Support& support, const Subject&, Diagnostics& findings) {
  for (const model::SupportNeed& need : support.needs) {
    if (need.status.given) continue;
    findings.add({.code = 618,
                  .message = named("support need", need.id, need.request) + " does not say where it stands",
                  .span = place_of(need.id, need.request, need.span),
                  .help = "add `status`: " + keys_of<model::SupportStatus>(),
                  .item = *need.id});
  }
}

void check_plan_of_model(const LogicModel& model, const Subject&, Diagnostics& findings) {
  if (model.plan.given) return;
  findings.add({.code = 640,
                .message = "this logic model does not say which plan it shows",
                .span = model.heading.format.span,
                .help = "add `plan` with the plan's file, such as `plan: plans/2026-07.yaml`"});
}

// What an outcome of a logic model should say of itself.
struct Expected {
  diag::Code code;
  bool (*is_missing)(const LogicOutcome&);
  std::string_view message;
  std::string_view help;
};

constexpr std::array kExpectedDetails = {
    Expected{641, [](const LogicOutcome& outcome) { return !outcome.area.given; }, " does not say where it is seen",
             "add `area`: `practice`, `partnerships` or `agency`"},
    Expected{642, [](const LogicOutcome& outcome) { return outcome.perspectives.empty(); },
             " does not say who sees it best",
             "add `perspectives`: `families`, `staff`, `partners`, or several of them"},
    Expected{643,
             [](const LogicOutcome& outcome) { return outcome.feedback_loop && !outcome.feedback_loop->cadence.given; },
             " has a feedback loop that does not say how often", "add `cadence` to it, such as `Quarterly`"},
};

void check_outcome_details(const LogicModel& model, const Subject&, Diagnostics& findings) {
  for (const LogicOutcome& outcome : model.outcomes)
    for (const Expected& expected : kExpectedDetails) {
      if (!expected.is_missing(outcome)) continue;
      findings.add({.code = expected.code,
                    .message = named("outcome", outcome.id, outcome.text) + std::string{expected.message},
                    .span = place_of(outcome.id, outcome.text, outcome.span),
                    .help = std::string{expected.help},
                    .item = *outcome.id});
    }
}

void check_entries(const model::Roadmap& roadmap, const Subject&, Diagnostics& findings) {
  for (const model::RoadmapEntry& entry : roadmap.entries) {
    if (entry.status.given) continue;
    findings.add({.code = 623,
                  .message = named("entry", entry.id, entry.title) + " does not say where it stands",
                  .span = place_of(entry.id, entry.title, entry.span),
                  .help = "add `status`: " + keys_of<model::RoadmapStatus>(),
                  .item = *entry.id});
  }
}

void check_version(const model::Fidelity& fidelity, const Subject&, Diagnostics& findings) {
  if (fidelity.version.given) return;
  findings.add({.code = 635,
                .message = fmt::format("this file does not say which version of {} was used", quoted(*fidelity.tool)),
                .span = fidelity.tool.span,
                .help = "add `version`, as text in quotes"});
}

// The toolkits of the four areas, with the label of each, as the instrument that cpm brings along has them.
std::map<std::string, std::string> toolkits_of(const model::Instrument& instrument) {
  std::map<std::string, std::string> toolkits;
  for (const model::Area& area : instrument.areas)
    if (area.toolkit.given) toolkits.emplace(*area.toolkit, *area.label);
  return toolkits;
}

// An instrument for one subject has one of the areas on purpose, and another practice has none of them.
void check_areas(const model::Instrument& instrument, const Subject& subject, Diagnostics& findings) {
  const model::BuiltIn* const built_in = subject.workspace.built_in;
  if (built_in == nullptr || built_in->instruments.empty()) return;
  const std::map<std::string, std::string> own = toolkits_of(instrument);
  std::vector<std::string> left;
  std::size_t covered = 0;
  for (const auto& [toolkit, label] : toolkits_of(built_in->instruments.front())) {
    covered += own.count(toolkit);
    if (own.count(toolkit) == 0) left.push_back(fmt::format("{} (`toolkit: {}`)", label, toolkit));
  }
  if (covered < 2 || left.empty()) return;
  findings.add({.code = 656,
                .message = fmt::format("{} has no area for {}", named("instrument", instrument.id, instrument.title),
                                       base::joined(left)),
                .span = place_of(instrument.id, instrument.title, instrument.heading.span),
                .help = "add the area, or name its `toolkit` if it is there under another name"});
}

// The academies that list the county; a fictional county has none, and nobody misses it.
void check_academy(const model::Repository& repository, const Subject& subject, Diagnostics& findings) {
  if (repository.academy.given || subject.workspace.built_in == nullptr) return;
  std::vector<std::string> own;
  for (const model::Academy& academy : subject.workspace.built_in->regions.academies)
    for (const model::LocatedText& county : academy.counties)
      if (*county == *repository.county) own.push_back(fmt::format("`academy: {}` ({})", *academy.id, *academy.name));
  if (own.empty()) return;
  findings.add({.code = 670,
                .message = "this repository does not say which academy supports the county",
                .span = repository.county.span,
                .help = "add " + base::joined(own, "or")});
}

constexpr Rule kMissingRules[] = {
    {"support: plan", kCodes<617>, on<Support, check_plan_of_support>},
    {"support: status of needs", kCodes<618>, on<Support, check_need_status>},
    {"logic-model: plan", kCodes<640>, on<LogicModel, check_plan_of_model>},
    {"logic-model: what outcomes say of themselves", kCodes<641, 642, 643>, on<LogicModel, check_outcome_details>},
    {"roadmap: status of entries", kCodes<623>, on<model::Roadmap, check_entries>},
    {"fidelity: version of the tool", kCodes<635>, on<model::Fidelity, check_version>},
    {"instrument: the four areas", kCodes<656>, on<model::Instrument, check_areas>},
    {"repository: academy", kCodes<670>, on<model::Repository, check_academy>},
};

}  // namespace

std::span<const Rule> missing_rules() {
  return kMissingRules;
}

}  // namespace cpm::rules
