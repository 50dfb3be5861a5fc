#include <algorithm>

#include "base/text.h"
#include "diag/catalogue.h"
#include "format/link.h"
#include "format/references.h"

namespace cpm::format {
namespace {

using model::Area;
using model::Document;
using model::Instrument;
using model::Item;
using model::Workspace;

std::vector<std::string> tool_ids(const Workspace& workspace) {
  std::vector<std::string> ids;
  for (const model::Toolkit& toolkit : workspace.built_in->toolkits.toolkits)
    for (const std::string& id : ids_of(toolkit.tools)) ids.push_back(id);
  return ids;
}

void check_topic(const Area& area, const Item& item, diag::Diagnostics& findings) {
  Target topics{.code = 319, .noun = "topic", .plural = "topics", .holder = "area `" + area.id.value + "`", .ids = {}};
  for (const diag::LocatedText& topic : area.topics) topics.ids.push_back(topic.value);
  check_reference(item.topic, topics, item.id.value, findings);
}

Target codes() {
  Target target{
      .code = 317, .noun = "code", .plural = "codes", .holder = "cpm", .ids = {}, .shown_by = "cpm list rules"};
  for (const diag::CodeInfo& info : diag::catalogue()) target.ids.push_back(diag::code_text(info.code));
  return target;
}

}  // namespace

void link_instrument(const Workspace& workspace, Document& document, diag::Diagnostics& findings) {
  const Instrument& instrument = std::get<Instrument>(document.content);
  Target items{.code = 302, .noun = "item", .plural = "items", .holder = "this instrument", .ids = {}};
  std::vector<const diag::LocatedText*> located;
  for (const Area& area : instrument.areas)
    for (const diag::LocatedText* id : located_ids(area.items)) {
      located.push_back(id);
      items.ids.push_back(id->value);
    }
  check_unique(located_ids(instrument.areas), "areas", findings);
  check_unique(located, "items", findings);
  const Target tools{
      .code = 309, .noun = "tool", .plural = "tools", .holder = "the toolkit catalogue", .ids = tool_ids(workspace)};
  for (const Area& area : instrument.areas) {
    for (const Item& item : area.items) {
      for (const diag::LocatedText& before : item.builds_on) check_reference(before, items, item.id.value, findings);
      check_reference(item.tool, tools, item.id.value, findings);
      check_topic(area, item, findings);
    }
  }
}

void link_theory(const Workspace& workspace, Document& document, diag::Diagnostics& findings) {
  const auto& theory = std::get<model::TheoryOfChange>(document.content);
  const Target outcomes{.code = 312,
                        .noun = "outcome",
                        .plural = "outcomes",
                        .holder = "the list of outcomes",
                        .ids = ids_of(workspace.built_in->outcomes.outcomes)};
  std::vector<const diag::LocatedText*> ids;
  for (const auto* clauses : {&theory.if_clauses, &theory.then_clauses}) {
    for (const model::Clause& clause : *clauses) {
      if (clause.id) ids.push_back(&clause.id);
      for (const diag::LocatedText& outcome : clause.outcomes)
        check_reference(outcome, outcomes, clause.id.value, findings);
    }
  }
  check_unique(ids, "clauses", findings);
}

void link_repository(const Workspace& workspace, Document& document, diag::Diagnostics& findings) {
  const auto& repository = std::get<model::Repository>(document.content);
  check_reference(repository.academy,
                  {.code = 316,
                   .noun = "academy",
                   .plural = "academies",
                   .holder = "the list of academies",
                   .ids = ids_of(workspace.built_in->regions.academies)},
                  {}, findings);
  if (!repository.policy) return;
  const Target known = codes();
  for (const auto& entry : repository.policy->severity) check_reference(entry.key, known, {}, findings);
  for (const model::Suppression& suppression : repository.policy->suppressions)
    check_reference(suppression.code, known, {}, findings);
}

}  // namespace cpm::format
