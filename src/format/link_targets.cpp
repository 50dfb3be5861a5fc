#include "format/link_targets.h"

#include "format/kinds.h"

namespace cpm::format {

Target items_of(const model::Instrument& instrument) {
  Target target{.code = 302, .noun = "item", .plural = "items", .holder = instrument_name(instrument), .ids = {}};
  for (const model::Area& area : instrument.areas)
    for (std::string& id : ids_of(area.items)) target.ids.push_back(std::move(id));
  return target;
}

Target tools_of(const model::Workspace& workspace) {
  Target target{.code = 309, .noun = "tool", .plural = "tools", .holder = "the toolkit catalogue", .ids = {}};
  for (const model::Toolkit& toolkit : workspace.built_in->toolkits.toolkits)
    for (std::string& id : ids_of(toolkit.tools)) target.ids.push_back(std::move(id));
  return target;
}

Target steps_of(const model::Plan& plan, std::string holder) {
  return {.code = 306, .noun = "step", .plural = "steps", .holder = std::move(holder), .ids = ids_of(plan.steps)};
}

Target objectives_of(const model::Plan& plan, std::string holder) {
  return {.code = 305,
          .noun = "objective",
          .plural = "objectives",
          .holder = std::move(holder),
          .ids = ids_of(plan.objectives)};
}

namespace {

Target priorities(std::vector<std::string> ids, std::string holder) {
  return {.code = 304, .noun = "priority", .plural = "priorities", .holder = std::move(holder), .ids = std::move(ids)};
}

/// A file of the home that is of kind T, or that has its name, and that could not be read in full.
template <class T>
const model::Document* unread_file(const model::Workspace& workspace, std::size_t home, std::string_view usual_name,
                                   const diag::Diagnostics& findings) {
  for (const model::Document& document : workspace.documents) {
    const bool may_be = model::content_as<T>(document) != nullptr ||
                        (model::content_as<std::monostate>(document) != nullptr && document.inside == usual_name);
    if (document.home == home && may_be && !is_readable(document, findings)) return &document;
  }
  return nullptr;
}

/// Adds the ids of `records` in all documents of kind T in the home.
template <class T, class Records>
void add_ids(const model::Workspace& workspace, std::size_t home, Records T::*records, Target& target) {
  for (const model::Document* document : model::documents_of<T>(workspace)) {
    if (document->home != home) continue;
    for (std::string& id : ids_of(std::get<T>(document->content).*records)) target.ids.push_back(std::move(id));
  }
}

}  // namespace

Target priorities_of(const model::Plan& plan, std::string holder) {
  return priorities(ids_of(plan.priorities), std::move(holder));
}

Target priorities_of(const model::Snapshot& snapshot, std::string holder) {
  return priorities(ids_of(snapshot.priorities), std::move(holder));
}

Target built_in_outcomes(const model::Workspace& workspace) {
  return {.code = 312,
          .noun = "outcome",
          .plural = "outcomes",
          .holder = "the list of outcomes",
          .ids = ids_of(workspace.built_in->outcomes.outcomes)};
}

Target outcomes_of(const model::Workspace& workspace, std::size_t home, const diag::Diagnostics& findings) {
  const Target built_in = built_in_outcomes(workspace);
  Target target = built_in;
  target.ids.clear();
  add_ids<model::LogicModel>(workspace, home, &model::LogicModel::outcomes, target);
  if (!target.ids.empty()) target.holder = "this repository";
  target.ids.insert(target.ids.end(), built_in.ids.begin(), built_in.ids.end());
  target.unread = unread_file<model::LogicModel>(workspace, home, find_kind("logic-model")->place, findings);
  return target;
}

Target needs_of(const model::Workspace& workspace, std::size_t home, const diag::Diagnostics& findings) {
  Target target{.code = 322, .noun = "support need", .plural = "support needs", .holder = "this repository", .ids = {}};
  add_ids<model::Support>(workspace, home, &model::Support::needs, target);
  target.unread = unread_file<model::Support>(workspace, home, find_kind("support")->place, findings);
  return target;
}

}  // namespace cpm::format
