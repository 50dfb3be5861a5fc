#include "format/link_targets.h"

#include "format/kinds.h"

namespace cpm::format {

void add_labels_to(Target& target, std::function<void(std::vector<Label>&)> more) {
  target.add_labels = [before = std::move(target.add_labels), more = std::move(more)](std::vector<Label>& labels) {
    if (before) before(labels);
    more(labels);
  };
}

Target items_of(const model::Instrument& instrument) {
  Target target{.code = 302, .noun = "item", .plural = "items", .holder = instrument_name(instrument), .ids = {}};
  for (const model::Area& area : instrument.areas)
    for (std::string& id : ids_of(area.items)) target.ids.push_back(std::move(id));
  target.add_labels = [&instrument](std::vector<Label>& labels) {
    for (const model::Area& area : instrument.areas) labels_by(area.items, &model::Item::title)(labels);
  };
  return target;
}

Target areas_of(const model::Instrument& instrument) {
  Target target{.code = 303,
                .noun = "area",
                .plural = "areas",
                .holder = instrument_name(instrument),
                .ids = ids_of(instrument.areas)};
  target.add_labels = [&instrument](std::vector<Label>& labels) {
    for (const model::Area& area : instrument.areas) {
      add_labels(area.id.value, area.label.value, labels);
      for (const model::TextList* others : {&area.aliases, &area.also})
        for (const diag::LocatedText& other : *others)
          labels.push_back({.form = label_form(other.value), .id = area.id.value});
    }
  };
  return target;
}

Target tools_of(const model::Workspace& workspace) {
  Target target{.code = 309, .noun = "tool", .plural = "tools", .holder = "the toolkit catalog", .ids = {}};
  for (const model::Toolkit& toolkit : workspace.built_in->toolkits.toolkits)
    for (std::string& id : ids_of(toolkit.tools)) target.ids.push_back(std::move(id));
  target.add_labels = [&workspace](std::vector<Label>& labels) {
    for (const model::Toolkit& toolkit : workspace.built_in->toolkits.toolkits)
      labels_by(toolkit.tools, &model::Tool::title)(labels);
  };
  return target;
}

Target steps_of(const model::Plan& plan, std::string holder) {
  return {.code = 306,
          .noun = "step",
          .plural = "steps",
          .holder = std::move(holder),
          .ids = ids_of(plan.steps),
          .add_labels = labels_by(plan.steps, &model::Step::action)};
}

Target objectives_of(const model::Plan& plan, std::string holder) {
  return {.code = 305,
          .noun = "objective",
          .plural = "objectives",
          .holder = std::move(holder),
          .ids = ids_of(plan.objectives),
          .add_labels = labels_by(plan.objectives, &model::Objective::statement)};
}

namespace {

template <class Priority>
Target priorities(const std::vector<Priority>& all, std::string holder) {
  return {.code = 304,
          .noun = "priority",
          .plural = "priorities",
          .holder = std::move(holder),
          .ids = ids_of(all),
          .add_labels = labels_by(all, &Priority::title)};
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

/// Adds the ids of `records` in all documents of kind T in the home, and the labels by their `title`.
template <class T, class Record>
void add_ids(const model::Workspace& workspace, std::size_t home, std::vector<Record> T::*records,
             diag::LocatedText Record::*title, Target& target) {
  for (const model::Document* document : model::documents_of<T>(workspace)) {
    if (document->home != home) continue;
    const std::vector<Record>& all = std::get<T>(document->content).*records;
    for (std::string& id : ids_of(all)) target.ids.push_back(std::move(id));
    add_labels_to(target, labels_by(all, title));
  }
}

}  // namespace

Target priorities_of(const model::Plan& plan, std::string holder) {
  return priorities(plan.priorities, std::move(holder));
}

Target priorities_of(const model::Snapshot& snapshot, std::string holder) {
  return priorities(snapshot.priorities, std::move(holder));
}

Target built_in_outcomes(const model::Workspace& workspace) {
  return {.code = 312,
          .noun = "outcome",
          .plural = "outcomes",
          .holder = "the list of outcomes",
          .ids = ids_of(workspace.built_in->outcomes.outcomes),
          .add_labels = labels_by(workspace.built_in->outcomes.outcomes, &model::Outcome::text)};
}

Target outcomes_of(const model::Workspace& workspace, std::size_t home, const diag::Diagnostics& findings) {
  const Target built_in = built_in_outcomes(workspace);
  Target target = built_in;
  target.ids.clear();
  add_ids<model::LogicModel>(workspace, home, &model::LogicModel::outcomes, &model::LogicOutcome::text, target);
  if (!target.ids.empty()) target.holder = "this repository";
  target.ids.insert(target.ids.end(), built_in.ids.begin(), built_in.ids.end());
  target.unread = unread_file<model::LogicModel>(workspace, home, find_kind("logic-model")->place, findings);
  return target;
}

Target needs_of(const model::Workspace& workspace, std::size_t home, const diag::Diagnostics& findings) {
  Target target{.code = 322, .noun = "support need", .plural = "support needs", .holder = "this repository", .ids = {}};
  add_ids<model::Support>(workspace, home, &model::Support::needs, &model::SupportNeed::request, target);
  target.unread = unread_file<model::Support>(workspace, home, find_kind("support")->place, findings);
  return target;
}

}  // namespace cpm::format
