#include <algorithm>

#include <fmt/format.h>

#include "base/text.h"
#include "diag/catalog.h"
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
  Target topics{
      .code = 319, .noun = "topic", .plural = "topics", .holder = fmt::format("area `{}`", area.id.value), .ids = {}};
  for (const diag::LocatedText& topic : area.topics) topics.ids.push_back(topic.value);
  check_reference(item.topic, topics, item.id.value, findings);
}

Target codes() {
  Target target{
      .code = 317, .noun = "code", .plural = "codes", .holder = "cpm", .ids = {}, .shown_by = "cpm list rules"};
  for (const diag::CodeInfo& info : diag::catalog()) target.ids.push_back(diag::code_text(info.code));
  return target;
}

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

/// The version before, when its file is here too and can be read in full; else nullptr.
const Instrument* version_before(const Workspace& workspace, const Document& document, const Instrument& instrument,
                                 const diag::Diagnostics& findings) {
  if (!instrument.previous || !instrument.previous->version) return nullptr;
  const model::InstrumentRef before{.span = {}, .id = instrument.id, .version = instrument.previous->version};
  const Document* file = nullptr;
  const Instrument* found = find_instrument(workspace, document.home, before, &file);
  return found == &instrument || (file != nullptr && !is_readable(*file, findings)) ? nullptr : found;
}

/// What is said of items of the version before holds only for items that it has. A version that is not here cannot say.
void check_before(const Workspace& workspace, const Document& document, const Instrument& instrument,
                  diag::Diagnostics& findings) {
  const Instrument* before = version_before(workspace, document, instrument, findings);
  if (before == nullptr) return;
  const Target items = items_of(*before);
  for (const auto* ids :
       {&instrument.previous->unchanged, &instrument.previous->reworded, &instrument.previous->dropped})
    for (const diag::LocatedText& id : *ids) check_reference(id, items, id.value, findings);
  const Target anywhere = items_known_to(workspace, document.home);
  for (const Area& area : instrument.areas)
    for (const Item& item : area.items)
      if (std::ranges::find(anywhere.ids, item.same_as.value) == anywhere.ids.end())
        check_reference(item.same_as, items, item.id.value, findings);
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
  const LateTarget tools([&workspace] { return tools_of(workspace); });
  for (const Area& area : instrument.areas) {
    for (const Item& item : area.items) {
      for (const diag::LocatedText& before : item.builds_on) check_reference(before, items, item.id.value, findings);
      check_reference(item.tool, tools, item.id.value, findings);
      check_topic(area, item, findings);
    }
  }
  check_before(workspace, document, instrument, findings);
}

void link_theory(const Workspace& workspace, Document& document, diag::Diagnostics& findings) {
  const auto& theory = std::get<model::TheoryOfChange>(document.content);
  const LateTarget outcomes([&] { return outcomes_of(workspace, document.home, findings); });
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
