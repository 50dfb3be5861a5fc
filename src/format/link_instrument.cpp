#include <algorithm>

#include "base/text.h"
#include "diag/catalogue.h"
#include "format/link.h"
#include "format/link_targets.h"
#include "format/references.h"

namespace cpm::format {
namespace {

using model::Area;
using model::Document;
using model::Instrument;
using model::Item;
using model::Workspace;

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
  const Target tools = tools_of(workspace);
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
  const Target outcomes = outcomes_of(workspace, document.home, findings);
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

namespace {

/// Items of the built-in instrument and of the county's own ones.
Target items_known_to(const Workspace& workspace, std::size_t home) {
  Target items{.code = 302, .noun = "item", .plural = "items", .holder = "the set of instruments here", .ids = {}};
  const auto add = [&](const model::Instrument& instrument) {
    for (std::string& id : items_of(instrument).ids) items.ids.push_back(std::move(id));
  };
  for (const model::Instrument& instrument : workspace.built_in->instruments) add(instrument);
  for (const Document* document : model::documents_of<model::Instrument>(workspace))
    if (document->home == home) add(std::get<model::Instrument>(document->content));
  return items;
}

/// A file that could not be read may be the instrument that has the item.
bool has_unreadable(const Workspace& workspace, std::size_t home) {
  return std::ranges::any_of(workspace.documents, [home](const Document& document) {
    return document.home == home && std::holds_alternative<std::monostate>(document.content);
  });
}

/// Only when `cpm.yaml` is asked for has the whole repository been read for it.
void check_offers(const Workspace& workspace, const Document& document, const model::Repository& repository,
                  diag::Diagnostics& findings) {
  if (repository.offers.empty() || !document.asked || has_unreadable(workspace, document.home)) return;
  const Target items = items_known_to(workspace, document.home);
  for (const model::Offer& offer : repository.offers) check_reference(offer.item, items, offer.item.value, findings);
}

}  // namespace

void link_repository(const Workspace& workspace, Document& document, diag::Diagnostics& findings) {
  const auto& repository = std::get<model::Repository>(document.content);
  check_reference(repository.academy,
                  {.code = 316,
                   .noun = "academy",
                   .plural = "academies",
                   .holder = "the list of academies",
                   .ids = ids_of(workspace.built_in->regions.academies)},
                  {}, findings);
  check_offers(workspace, document, repository, findings);
  if (!repository.policy) return;
  const Target known = codes();
  for (const auto& entry : repository.policy->severity) check_reference(entry.key, known, {}, findings);
  for (const model::Suppression& suppression : repository.policy->suppressions)
    check_reference(suppression.code, known, {}, findings);
}

}  // namespace cpm::format
