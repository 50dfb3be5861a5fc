// The steps of a plan: who leads them, where they stand, what they wait for.
#include <unordered_set>

#include <fmt/format.h>

#include "model/approvals.h"
#include "rules/activity_words.h"
#include "rules/cycles.h"
#include "rules/rule_table.h"
#include "rules/words.h"

namespace cpm::rules {
namespace {

using diag::Diagnostics;
using model::Plan;
using model::Step;
using model::StepStatus;

bool has_status(const Step& step, StepStatus status) {
  return step.status.given && *step.status == status;
}

bool is_closed(const Step& step) {
  return has_status(step, StepStatus::done) || has_status(step, StepStatus::dropped);
}

model::Span place_of_step(const Step& step) {
  return place_of(step.id, step.action, step.span);
}

void check_responsible(const Plan& plan, const Subject&, Diagnostics& findings) {
  for (const Step& step : plan.steps) {
    const auto& who = step.responsible;
    if (who && (who->role.given || who->team.given || who->name.given)) continue;
    findings.add({.code = 507,
                  .message = "nobody is responsible for " + name_of(step),
                  .span = who ? who->span : place_of_step(step),
                  .help = "add `responsible` with the `role` of one leader, or one `team`",
                  .item = *step.id});
  }
}

void check_monitored(const Plan& plan, const Subject&, Diagnostics& findings) {
  for (const Step& step : plan.steps) {
    if (step.monitor_on.given || step.monitor_every.given || is_closed(step))
      continue;  // CPM532 asks for the first date
    findings.add({.code = 508,
                  .message = name_of(step) + " has no date on which its progress is looked at",
                  .span = place_of_step(step),
                  .help = "add `monitor_on` with a date within the planning horizon",
                  .item = *step.id});
  }
}

void check_done_date(const Plan& plan, const Subject&, Diagnostics& findings) {
  for (const Step& step : plan.steps) {
    if (!has_status(step, StepStatus::done) || step.done_on.given) continue;
    findings.add({.code = 511,
                  .message = name_of(step) + " is done, but does not say since when",
                  .span = step.status.span,
                  .help = "add `done_on` with the day",
                  .item = *step.id});
  }
}

void check_done_status(const Plan& plan, const Subject&, Diagnostics& findings) {
  for (const Step& step : plan.steps) {
    if (!step.done_on.given || !step.status.given || has_status(step, StepStatus::done)) continue;
    findings.add({.code = 512,
                  .message = name_of(step) + " has a `done_on`, but its status is not `done`",
                  .span = step.done_on.span,
                  .labels = {{step.status.span, "not done here"}},
                  .help = "set `status: done`, or remove `done_on`",
                  .item = *step.id});
  }
}

void check_status(const Plan& plan, const Subject&, Diagnostics& findings) {
  for (const Step& step : plan.steps) {
    if (step.status.given) continue;
    findings.add({.code = 525,
                  .message = name_of(step) + " has no status",
                  .span = place_of_step(step),
                  .help = "add `status`: " + keys_of<StepStatus>(),
                  .item = *step.id});
  }
}

void check_one_leader(const Plan& plan, const Subject&, Diagnostics& findings) {
  for (const Step& step : plan.steps) {
    if (!step.responsible) continue;
    for (const auto* const leader : {&step.responsible->role, &step.responsible->team, &step.responsible->name}) {
      if (!leader->given || !names_several(**leader)) continue;
      findings.add({.code = 521,
                    .message = fmt::format("{} seems to have several leaders: {}", name_of(step), quoted(**leader)),
                    .span = leader->span,
                    .help = "name the one who answers for the step, or one team; the others go under `with`",
                    .item = *step.id});
    }
  }
}

/// Where the party is named before: as the one responsible, or by an earlier entry of `with`. Nothing: nowhere.
struct NamedBefore {
  model::Span span;
  bool leads = false;
};

std::optional<NamedBefore> named_before(const Step& step, std::size_t place) {
  const auto is_same = [&](const diag::LocatedText& other) {
    return other.given && model::is_same_party(*other, *step.with[place]);
  };
  if (step.responsible)
    for (const auto* const leader : {&step.responsible->role, &step.responsible->team, &step.responsible->name})
      if (is_same(*leader)) return NamedBefore{.span = leader->span, .leads = true};
  for (std::size_t i = 0; i < place; ++i)
    if (is_same(step.with[i])) return NamedBefore{.span = step.with[i].span};
  return std::nullopt;
}

void check_parties(const Plan& plan, const Subject&, Diagnostics& findings) {
  for (const Step& step : plan.steps) {
    for (std::size_t i = 0; i < step.with.size(); ++i) {
      const std::optional<NamedBefore> before = named_before(step, i);
      if (!before) continue;
      const std::string party = quoted(*step.with[i]);
      findings.add({.code = 537,
                    .message = before->leads ? fmt::format("{} is responsible for {}, and stands in its `with` too",
                                                           party, name_of(step))
                                             : fmt::format("{} stands twice in `with` of {}", party, name_of(step)),
                    .span = step.with[i].span,
                    .labels = {{before->span, before->leads ? "the one responsible" : "first named here"}},
                    .help = "name another party here, or take the entry out",
                    .item = *step.id});
    }
  }
}

void check_circles(const Plan& plan, const Subject&, Diagnostics& findings) {
  std::vector<Waiting> waiting;
  for (const Step& step : plan.steps) waiting.push_back({&step.id, &step.after});
  for (const Cycle& cycle : cycles(waiting)) {
    const Step& first = plan.steps[cycle.records.front()];
    const Step& last = plan.steps[cycle.records.back()];
    const bool alone = cycle.records.size() == 1;
    findings.add({.code = 518,
                  .message = alone ? name_of(last) + " waits for itself"
                                   : fmt::format("steps {} wait for each other", cycle_text(cycle, waiting)),
                  .span = cycle.closing,
                  .labels = alone ? std::vector<diag::Label>{}
                                  : std::vector<diag::Label>{{first.id.span, "this step waits for it in turn"}},
                  .help = "decide which comes first, and remove what it waits for from its `after`",
                  .item = *last.id});
  }
}

void check_reviews(const Plan& plan, const Subject&, Diagnostics& findings) {
  std::unordered_set<std::string_view> reviewed;
  for (const model::Review& review : plan.reviews)
    if (review.step.given) reviewed.insert(*review.step);
  for (const Step& step : plan.steps) {
    const bool dropped = has_status(step, StepStatus::dropped);
    if ((!dropped && !has_status(step, StepStatus::delayed)) || reviewed.count(*step.id) > 0) continue;
    findings.add(
        {.code = 529,
         .message = fmt::format("{} is {}, and no review says why", name_of(step), dropped ? "dropped" : "delayed"),
         .span = step.status.span,
         .help = fmt::format("add a review with `step: {}`, a `date`, and what was found or changed", *step.id),
         .item = *step.id});
  }
}

constexpr Rule kPlanStepRules[] = {
    {"plan: responsible for steps", kCodes<507>, on<Plan, check_responsible>},
    {"plan: monitoring of steps", kCodes<508>, on<Plan, check_monitored>},
    {"plan: days of finished steps", kCodes<511>, on<Plan, check_done_date>},
    {"plan: status of finished steps", kCodes<512>, on<Plan, check_done_status>},
    {"plan: steps in a circle", kCodes<518>, on<Plan, check_circles>},
    {"plan: one leader a step", kCodes<521>, on<Plan, check_one_leader>},
    {"plan: parties of a step", kCodes<537>, on<Plan, check_parties>},
    {"plan: status of steps", kCodes<525>, on<Plan, check_status>},
    {"plan: reviews of delayed steps", kCodes<529>, on<Plan, check_reviews>},
};

}  // namespace

std::span<const Rule> plan_step_rules() {
  return kPlanStepRules;
}

}  // namespace cpm::rules
