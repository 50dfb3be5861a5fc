// References of support needs and logic models: to the plan they belong to, and into it.
#include <optional>

#include "base/files.h"
#include "base/text.h"
#include "format/link.h"
#include "format/link_targets.h"
#include "format/references.h"

namespace cpm::format {
namespace {

using model::Document;
using model::LogicModel;
using model::Plan;
using model::Snapshot;
using model::Support;
using model::Workspace;

const Document* find_file(const Workspace& workspace, std::size_t home, const std::string& inside) {
  for (const Document& other : workspace.documents)
    if (other.home == home && other.inside == inside) return &other;
  return nullptr;
}

/// The document of kind T that `file` names; reports when there is none, or when it has errors of its own.
template <class T>
const Document* named_file(const Workspace& workspace, const Document& document, const diag::LocatedText& file,
                           Target target, diag::Diagnostics& findings) {
  if (!file) return nullptr;
  const std::string inside = inside_repository(file);
  if (inside.empty()) {
    report_outside(file, target.code == 324 ? "plans/2026-07.yaml" : "snapshots/2026-03-15.yaml", findings);
    return nullptr;
  }
  const Document* found = find_file(workspace, document.home, inside);
  if (found != nullptr && (findings.has_error(found->file) || model::content_as<std::monostate>(*found) != nullptr))
    report_unreadable(file.span, *found, "nobody can tell what it points to", findings);
  if (found != nullptr && !is_readable(*found, findings)) return nullptr;
  if (found != nullptr && model::content_as<T>(*found) != nullptr) return found;
  for (const Document* other : model::documents_of<T>(workspace))
    if (other->home == document.home) target.ids.push_back(other->inside);
  check_reference(file, target, {}, findings);
  return nullptr;
}

const Document* named_plan(const Workspace& workspace, const Document& document, const diag::LocatedText& file,
                           diag::Diagnostics& findings) {
  return named_file<Plan>(workspace, document, file,
                          {.code = 324, .noun = "plan", .plural = "plans", .holder = "this repository", .ids = {}},
                          findings);
}

/// What the needs of one file may be for. Steps, objectives and priorities are those of the plan; without a plan, the
/// priorities are the Snapshot's. Nothing: nobody can tell.
struct Purposes {
  std::optional<LateTarget> steps = {};
  std::optional<LateTarget> objectives = {};
  std::optional<LateTarget> priorities = {};
  std::optional<LateTarget> items = {};
};

Purposes purposes(const Plan* plan, const Snapshot* snapshot, const model::Instrument* instrument) {
  Purposes known;
  if (plan != nullptr) {
    known.steps = LateTarget([plan] { return steps_of(*plan, "the plan"); });
    known.objectives = LateTarget([plan] { return objectives_of(*plan, "the plan"); });
    known.priorities = LateTarget([plan] { return priorities_of(*plan, "the plan"); });
  } else if (snapshot != nullptr) {
    known.priorities = LateTarget([snapshot] { return priorities_of(*snapshot, "the Snapshot"); });
  }
  if (instrument != nullptr) known.items = LateTarget([instrument] { return items_of(*instrument); });
  return known;
}

void check_purpose(const model::SupportNeed& need, const Purposes& known, diag::Diagnostics& findings) {
  const auto check = [&](const diag::LocatedText& reference, const std::optional<LateTarget>& target) {
    if (target) check_reference(reference, *target, need.id.value, findings);
  };
  check(need.purpose->step, known.steps);
  check(need.purpose->objective, known.objectives);
  check(need.purpose->priority, known.priorities);
  check(need.purpose->item, known.items);
}

template <class T>
const T* content_of(const Document* document) {
  return document == nullptr ? nullptr : model::content_as<T>(*document);
}

/// Whose items needs may name: that of the Snapshot named, else of the plan's Snapshot, else the one that cpm brings along.
/// nullptr: nobody can tell.
const model::Instrument* instrument_for(const Workspace& workspace, const Document& document, const Support& support) {
  if (support.snapshot) return document.snapshot == nullptr ? nullptr : document.snapshot->instrument;
  if (support.plan && document.plan == nullptr) return nullptr;
  if (document.plan != nullptr && document.plan->snapshot != nullptr) return document.plan->snapshot->instrument;
  return workspace.built_in->instruments.empty() ? nullptr : &workspace.built_in->instruments.front();
}

void check_activities(const LogicModel& model, const Plan& plan, diag::Diagnostics& findings) {
  const Target objectives = objectives_of(plan, "the plan");
  const Target steps = steps_of(plan, "the plan");
  for (const model::Activity& activity : model.activities) {
    for (const diag::LocatedText& id : activity.objectives)
      check_reference(id, objectives, activity.id.value, findings);
    for (const diag::LocatedText& id : activity.steps) check_reference(id, steps, activity.id.value, findings);
  }
}

void check_outputs(const LogicModel& model, diag::Diagnostics& findings) {
  const Target activities{.code = 321,
                          .noun = "activity",
                          .plural = "activities",
                          .holder = "this logic model",
                          .ids = ids_of(model.activities)};
  for (const model::Output& output : model.outputs)
    check_reference(output.activity, activities, output.id.value, findings);
}

void check_outcomes(const Workspace& workspace, const LogicModel& model, diag::Diagnostics& findings) {
  Target sources{.code = 323,
                 .noun = "activity or output",
                 .plural = "activities and outputs",
                 .holder = "this logic model",
                 .ids = ids_of(model.activities)};
  for (const std::string& id : ids_of(model.outputs)) sources.ids.push_back(id);
  const Target critical = built_in_outcomes(workspace);
  for (const model::LogicOutcome& outcome : model.outcomes) {
    for (const diag::LocatedText& from : outcome.from) check_reference(from, sources, outcome.id.value, findings);
    check_reference(outcome.critical, critical, outcome.id.value, findings);
  }
}

}  // namespace

void link_support(const Workspace& workspace, Document& document, diag::Diagnostics& findings) {
  const Support& support = std::get<Support>(document.content);
  check_unique(located_ids(support.needs), "support needs", findings);
  if (model::follows(workspace, "plan")) document.plan = named_plan(workspace, document, support.plan, findings);
  document.snapshot = named_file<Snapshot>(
      workspace, document, support.snapshot,
      {.code = 307, .noun = "Snapshot", .plural = "Snapshots", .holder = "this repository", .ids = {}}, findings);
  const Plan* plan = content_of<Plan>(document.plan);
  const Snapshot* snapshot = support.plan ? nullptr : content_of<Snapshot>(document.snapshot);
  const Purposes known = purposes(plan, snapshot, instrument_for(workspace, document, support));
  const LateTarget tools([&workspace] { return tools_of(workspace); });
  for (const model::SupportNeed& need : support.needs) {
    if (need.purpose) check_purpose(need, known, findings);
    check_reference(need.tool, tools, need.id.value, findings);
  }
}

void link_logic_model(const Workspace& workspace, Document& document, diag::Diagnostics& findings) {
  const LogicModel& model = std::get<LogicModel>(document.content);
  document.plan = named_plan(workspace, document, model.plan, findings);
  std::vector<const diag::LocatedText*> ids = located_ids(model.activities);
  for (const diag::LocatedText* id : located_ids(model.outputs)) ids.push_back(id);
  for (const diag::LocatedText* id : located_ids(model.outcomes)) ids.push_back(id);
  check_unique(ids, "records of the logic model", findings);
  if (const Plan* plan = content_of<Plan>(document.plan)) check_activities(model, *plan, findings);
  check_outputs(model, findings);
  check_outcomes(workspace, model, findings);
}

void link_roadmap(const Workspace&, Document& document, diag::Diagnostics& findings) {
  check_unique(located_ids(std::get<model::Roadmap>(document.content).entries), "entries", findings);
}

void link_fidelity(const Workspace&, Document& document, diag::Diagnostics& findings) {
  check_unique(located_ids(std::get<model::Fidelity>(document.content).measures), "measures", findings);
}

void link_regions(const Workspace&, Document& document, diag::Diagnostics& findings) {
  check_unique(located_ids(std::get<model::Regions>(document.content).academies), "academies", findings);
}

}  // namespace cpm::format
