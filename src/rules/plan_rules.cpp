// The plan as a whole: horizon, team, the Snapshot it follows.
#include <fmt/format.h>

#include "base/text.h"
#include "rules/rule_table.h"
#include "rules/words.h"

namespace cpm::rules {
namespace {

using diag::Diagnostics;
using model::Plan;

constexpr int kShortest = 12;  // whole months
constexpr int kLongest = 18;
constexpr std::size_t kSmallestTeam = 3;

std::string from_to(const model::Horizon& horizon) {
  return fmt::format("{} to {}", base::to_text(*horizon.start), base::to_text(*horizon.reassess));
}

void check_horizon_order(const Plan& plan, const Subject&, Diagnostics& findings) {
  const model::Horizon& horizon = plan.horizon;
  if (!horizon.start.given || !horizon.reassess.given || *horizon.start < *horizon.reassess) return;
  const bool same_day = *horizon.start == *horizon.reassess;
  findings.add(
      {.code = 501,
       .message = fmt::format("this plan is reassessed on {}, {}", base::to_text(*horizon.reassess),
                              same_day ? "the day it starts" : "before it starts on " + base::to_text(*horizon.start)),
       .span = horizon.reassess.span,
       .labels = {{horizon.start.span, "starts here"}},
       .help = "correct one of the two dates; 12 to 18 months lie between them in most plans"});
}

void check_length(const Plan& plan, const Subject&, Diagnostics& findings) {
  const model::Horizon& horizon = plan.horizon;
  if (!horizon.start.given || !horizon.reassess.given || *horizon.start >= *horizon.reassess) return;
  const int months = base::whole_months(*horizon.start, *horizon.reassess);
  if (months >= kShortest && months <= kLongest) return;
  findings.add(
      {.code = 502,
       .message = fmt::format("this plan runs {} ({}); 12 to 18 are usual",
                              base::counted(static_cast<std::size_t>(months), "whole month"), from_to(horizon)),
       .span = horizon.reassess.span,
       .labels = {{horizon.start.span, "starts here"}},
       .help = fmt::format("reassess between {} and {}, or keep the dates if the county has its reasons",
                           base::to_text(base::add_months(*horizon.start, kShortest)),
                           base::to_text(base::add_months(*horizon.start, kLongest)))});
}

void check_team(const Plan& plan, const Subject&, Diagnostics& findings) {
  if (plan.team.empty() || plan.team.size() >= kSmallestTeam) return;
  const model::TeamMember& last = plan.team.back();
  findings.add({.code = 513,
                .message = fmt::format("the planning team has {}; at least three are usual",
                                       base::counted(plan.team.size(), "member")),
                .span = place_of(last.role, last.name, last.span),
                .help = "add those with key roles for the priorities: supervisors, training staff, partners"});
}

// The newest Snapshot that the plan could follow, or nullptr: what is not there cannot be named.
const model::Document* newest_snapshot(const Subject& subject) {
  const model::Document* newest = nullptr;
  const auto date = [](const model::Document* document) { return *std::get<model::Snapshot>(document->content).date; };
  for (const model::Document* document : model::documents_of<model::Snapshot>(subject.workspace)) {
    if (document->home != subject.document.home || document->past) continue;
    if (newest == nullptr || date(document) >= date(newest)) newest = document;
  }
  return newest;
}

void check_names_snapshot(const Plan& plan, const Subject& subject, Diagnostics& findings) {
  const model::Document* const newest = plan.snapshot ? nullptr : newest_snapshot(subject);
  if (newest == nullptr) return;
  findings.add(
      {.code = 516,
       .message = "this plan does not say which Snapshot it follows",
       .span = plan.heading.format.span,
       .help = fmt::format("add `snapshot: {{file: {}}}` if it is the newest one", base::visible(newest->inside))});
}

model::Span place_of_reference(const model::SnapshotRef& snapshot) {
  if (snapshot.file.given) return snapshot.file.span;
  return snapshot.date.given ? snapshot.date.span : snapshot.span;
}

void check_snapshot_status(const Plan& plan, const Subject& subject, Diagnostics& findings) {
  if (!plan.snapshot || subject.document.snapshot == nullptr) return;
  const auto* const snapshot = model::content_as<model::Snapshot>(*subject.document.snapshot);
  if (snapshot == nullptr || !snapshot->status.given || *snapshot->status != model::DocumentStatus::draft) return;
  findings.add({.code = 522,
                .message = "this plan follows a Snapshot that is still a draft",
                .span = place_of_reference(*plan.snapshot),
                .labels = {{snapshot->status.span, "draft here"}},
                .help = "finish the Snapshot and set its `status: final`"});
}

void check_snapshot_county(const Plan& plan, const Subject& subject, Diagnostics& findings) {
  if (!plan.snapshot || subject.document.snapshot == nullptr) return;
  const auto* const snapshot = model::content_as<model::Snapshot>(*subject.document.snapshot);
  if (snapshot == nullptr || !plan.county.given || !snapshot->county.given) return;
  if (*plan.county == *snapshot->county) return;
  findings.add(
      {.code = 528,
       .message = fmt::format("this plan of {} follows a Snapshot of {}", quoted(*plan.county),
                              quoted(*snapshot->county)),
       .span = place_of_reference(*plan.snapshot),
       .labels = {{plan.county.span, "the plan's county"}, {snapshot->county.span, "the Snapshot's county"}},
       .help = fmt::format("name a Snapshot of {}, or correct `county` in one of the files", quoted(*plan.county))});
}

constexpr Rule kPlanRules[] = {
    {"plan: order of the horizon's dates", kCodes<501>, on<Plan, check_horizon_order>},
    {"plan: length of the horizon", kCodes<502>, on<Plan, check_length>},
    {"plan: team", kCodes<513>, on<Plan, check_team>},
    {"plan: Snapshot named", kCodes<516>, on<Plan, check_names_snapshot>},
    {"plan: Snapshot's status", kCodes<522>, on<Plan, check_snapshot_status>},
    {"plan: Snapshot's county", kCodes<528>, on<Plan, check_snapshot_county>},
};

}  // namespace

std::span<const Rule> plan_rules() {
  return kPlanRules;
}

}  // namespace cpm::rules
