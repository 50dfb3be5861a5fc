#include <algorithm>
#include <optional>

#include <fmt/format.h>

#include "base/text.h"
#include "format/link.h"
#include "format/link_targets.h"
#include "format/references.h"
#include "format/wording.h"

namespace cpm::format {
namespace {

using model::Document;
using model::Plan;
using model::Snapshot;
using model::Workspace;

constexpr std::string_view kNotComparable = "the plan cannot be compared with it";

/// A file of the home that could not be read as any kind, or nullptr. `inside`: its path; empty for any file.
const Document* unreadable_file(const Workspace& workspace, std::size_t home, const std::string& inside) {
  for (const Document& other : workspace.documents)
    if (other.home == home && model::content_as<std::monostate>(other) != nullptr &&
        (inside.empty() || other.inside == inside))
      return &other;
  return nullptr;
}

void report_missing_file(const Workspace& workspace, const Document& document, const Plan& plan,
                         diag::Diagnostics& findings) {
  const diag::LocatedText& file = plan.snapshot->file;
  const std::string inside = snapshot_inside(plan);
  if (inside.empty()) return report_outside(file, "snapshots/2026-03-15.yaml", findings);
  if (const Document* unreadable = unreadable_file(workspace, document.home, inside))
    return report_unreadable(file.span, *unreadable, kNotComparable, findings);
  std::vector<std::string> snapshots;
  for (const Document* other : model::documents_of<Snapshot>(workspace))
    if (other->home == document.home) snapshots.push_back(other->inside);
  check_reference(file,
                  {.code = 307,
                   .noun = "Snapshot",
                   .plural = "Snapshots",
                   .holder = "this repository",
                   .ids = std::move(snapshots)},
                  {}, findings);
}

void report_missing_date(const Workspace& workspace, const Document& document, const Plan& plan,
                         diag::Diagnostics& findings) {
  const model::LocatedDate& date = plan.snapshot->date;
  if (const Document* unreadable = unreadable_file(workspace, document.home, {}))
    return report_unreadable(date.span, *unreadable, "nobody can tell whether it is this Snapshot", findings);
  std::vector<std::string> dates;
  for (const Document* other : model::documents_of<Snapshot>(workspace)) {
    const Snapshot& snapshot = std::get<Snapshot>(other->content);
    if (other->home == document.home && snapshot.date)
      dates.push_back(fmt::format("{} (`{}`)", base::to_text(snapshot.date.value), snapshot.county.value));
  }
  const std::string county = plan.snapshot->county ? fmt::format(" of `{}`", plan.snapshot->county.value) : "";
  findings.add(
      {.code = 307,
       .message = fmt::format("there is no Snapshot of {}{} in this repository", base::to_text(date.value), county),
       .span = date.span,
       .help = dates.empty() ? "put the Snapshot into the folder `snapshots`"
                             : "name one that is there: " + base::joined(dates, "or")});
}

const Document* find_snapshot(const Workspace& workspace, const Document& document, const Plan& plan) {
  const std::string inside = snapshot_inside(plan);
  for (const Document* other : model::documents_of<Snapshot>(workspace)) {
    const Snapshot& snapshot = std::get<Snapshot>(other->content);
    if (other->home != document.home || other->past) continue;
    if (plan.snapshot->file ? other->inside == inside
                            : snapshot.date && snapshot.date.value == plan.snapshot->date.value &&
                                  (!plan.snapshot->county || plan.snapshot->county.value == snapshot.county.value))
      return other;
  }
  return nullptr;
}

void link_to_snapshot(const Workspace& workspace, Document& document, const Plan& plan, diag::Diagnostics& findings) {
  if (!plan.snapshot || (!plan.snapshot->file && !plan.snapshot->date)) return;
  const Document* found = find_snapshot(workspace, document, plan);
  const diag::Span& span = plan.snapshot->file ? plan.snapshot->file.span : plan.snapshot->date.span;
  if (found != nullptr && findings.has_error(found->file)) report_unreadable(span, *found, kNotComparable, findings);
  if (found != nullptr)
    document.snapshot = is_readable(*found, findings) ? found : nullptr;
  else if (plan.snapshot->file)
    report_missing_file(workspace, document, plan, findings);
  else
    report_missing_date(workspace, document, plan, findings);
}

/// The instrument of the Snapshot that the plan follows, or nullptr.
const model::Instrument* instrument_of(const Document& document) {
  return document.snapshot != nullptr ? document.snapshot->instrument : nullptr;
}

/// What the Snapshot's instrument has, such as its areas; for a plan without a Snapshot, what any instrument here has; nothing
/// when the Snapshot cannot say.
std::optional<Target> asked_for(const Workspace& workspace, const Document& document, const Plan& plan,
                                Target (*of)(const model::Instrument&)) {
  if (plan.snapshot) {
    const model::Instrument* instrument = instrument_of(document);
    return instrument == nullptr ? std::nullopt : std::optional(of(*instrument));
  }
  Target all;
  const auto take = [&](const model::Instrument& instrument) {
    const Target its = of(instrument);
    all.code = its.code;
    all.noun = its.noun;
    all.plural = its.plural;
    for (const std::string& id : its.ids)
      if (std::ranges::find(all.ids, id) == all.ids.end()) all.ids.push_back(id);
    add_labels_to(all, its.add_labels);
  };
  for (const model::Instrument& instrument : workspace.built_in->instruments) take(instrument);
  for (const Document* other : model::documents_of<model::Instrument>(workspace))
    if (other->home == document.home) take(std::get<model::Instrument>(other->content));
  all.holder = "this repository";
  return all;
}

/// The scores that a priority aims at: of items that are asked, and on their scale.
void check_targets(const model::PlanPriority& priority, const model::Instrument* instrument, const Target& items,
                   diag::Diagnostics& findings) {
  for (const auto& [item, score] : priority.targets) {
    if (!item || !check_reference(item, items, priority.id.value, findings)) continue;
    if (instrument == nullptr || !score || on_scale(*instrument, score.value)) continue;
    report_off_scale(
        310, fmt::format("the target {} of {} is not on the scale", score.value, item_name(*instrument, item.value)),
        score.span, *instrument, priority.id.value, findings);
  }
}

void check_priorities(const Workspace& workspace, const Document& document, const Plan& plan,
                      diag::Diagnostics& findings) {
  check_unique(located_ids(plan.priorities), "priorities", findings);
  const std::optional<Target> areas = asked_for(workspace, document, plan, areas_of);
  const bool aims = std::ranges::any_of(plan.priorities,
                                        [](const auto& priority) { return !priority.targets.empty(); });
  const std::optional<Target> items = aims ? asked_for(workspace, document, plan, items_of) : std::nullopt;
  const Snapshot* snapshot = document.snapshot != nullptr ? model::content_as<Snapshot>(*document.snapshot) : nullptr;
  for (const model::PlanPriority& priority : plan.priorities) {
    if (areas) check_reference(priority.area, *areas, priority.id.value, findings);
    if (items) check_targets(priority, instrument_of(document), *items, findings);
    if (snapshot == nullptr) continue;
    check_reference(priority.from_snapshot,
                    {.code = 304,
                     .noun = "priority",
                     .plural = "priorities",
                     .holder = "the Snapshot " + ticks(document.snapshot->path),
                     .ids = ids_of(snapshot->priorities)},
                    priority.id.value, findings);
  }
}

void check_steps(const Workspace& workspace, const Document& document, const Plan& plan, diag::Diagnostics& findings) {
  const Target priorities = priorities_of(plan, "this plan");
  const Target objectives = objectives_of(plan, "this plan");
  const Target steps = steps_of(plan, "this plan");
  const LateTarget outcomes([&] { return outcomes_of(workspace, document.home, findings); });
  const LateTarget needs([&] { return needs_of(workspace, document.home, findings); });
  for (const model::Objective& objective : plan.objectives) {
    check_reference(objective.priority, priorities, objective.id.value, findings);
    if (model::follows(workspace, "logic-model"))
      check_reference(objective.outcome, outcomes, objective.id.value, findings);
  }
  for (const model::Step& step : plan.steps) {
    check_reference(step.objective, objectives, step.id.value, findings);
    for (const diag::LocatedText& before : step.after) check_reference(before, steps, step.id.value, findings);
    if (model::follows(workspace, "support"))
      for (const diag::LocatedText& need : step.supports) check_reference(need, needs, step.id.value, findings);
  }
  for (const model::Review& review : plan.reviews) {
    check_reference(review.step, steps, review.step.value, findings);
    check_reference(review.objective, objectives, review.objective.value, findings);
  }
}

}  // namespace

void link_plan(const Workspace& workspace, Document& document, diag::Diagnostics& findings) {
  const Plan& plan = std::get<Plan>(document.content);
  link_to_snapshot(workspace, document, plan, findings);
  check_priorities(workspace, document, plan, findings);
  check_unique(located_ids(plan.objectives), "objectives", findings);
  check_unique(located_ids(plan.steps), "steps", findings);
  check_steps(workspace, document, plan, findings);
}

}  // namespace cpm::format
