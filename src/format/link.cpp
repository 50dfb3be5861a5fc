#include "format/link.h"

#include <algorithm>
#include <array>
#include <map>
#include <tuple>

#include <fmt/format.h>

#include "base/files.h"
#include "base/text.h"
#include "format/references.h"

namespace cpm::format {
namespace {

using model::Document;
using model::Workspace;

struct KindLink {
  bool (*is)(const Document&);
  void (*link)(const Workspace&, Document&, diag::Diagnostics&);
};

template <class T>
bool holds(const Document& document) {
  return model::content_as<T>(document) != nullptr;
}

/// Instruments first: Snapshots look at them, plans at Snapshots, support needs and logic models at plans.
constexpr std::array kKindLinks = {
    KindLink{holds<model::Instrument>, link_instrument},
    KindLink{holds<model::Snapshot>, link_snapshot},
    KindLink{holds<model::Plan>, link_plan},
    KindLink{holds<model::Support>, link_support},
    KindLink{holds<model::LogicModel>, link_logic_model},
    KindLink{holds<model::TheoryOfChange>, link_theory},
    KindLink{holds<model::Roadmap>, link_roadmap},
    KindLink{holds<model::Fidelity>, link_fidelity},
    KindLink{holds<model::Regions>, link_regions},
    KindLink{holds<model::Repository>, link_repository},
};

/// The county a document names, or nullptr.
const diag::LocatedText* county_of(const Document& document) {
  const auto county = [](const auto& content) -> const diag::LocatedText* {
    if constexpr (requires { content.county; })
      return &content.county;
    else
      return nullptr;
  };
  return std::visit(county, document.content);
}

void check_county(const Workspace& workspace, const Document& document, diag::Diagnostics& findings) {
  const model::Home& home = workspace.homes[document.home];
  const diag::LocatedText* county = county_of(document);
  if (home.repository == nullptr || county == nullptr || !*county || !home.repository->county) return;
  if (county->value == home.repository->county.value) return;
  findings.add({.code = 318,
                .message = fmt::format("this file is of `{}`, its repository of `{}`", county->value,
                                       home.repository->county.value),
                .span = county->span,
                .labels = {{home.repository->county.span, "the repository's county"}},
                .help = "correct the county, or keep the file in that county's repository"});
}

/// What makes two documents the same: kind, home, side and key; empty parts mean "cannot tell".
using Identity = std::tuple<char, std::size_t, std::size_t, std::string, std::string>;

std::optional<std::pair<Identity, diag::Span>> identity(const Document& document) {
  if (const auto* instrument = model::content_as<model::Instrument>(document)) {
    if (!instrument->id || !instrument->version) return std::nullopt;
    return std::pair{Identity{'i', document.home, document.side, instrument->id.value, instrument->version.value},
                     instrument->version.span};
  }
  if (const auto* snapshot = model::content_as<model::Snapshot>(document)) {
    if (!snapshot->county || !snapshot->date || !snapshot->instrument.id) return std::nullopt;
    return std::pair{Identity{'s', document.home, document.side,
                              fmt::format("{} {}", snapshot->county.value, base::to_text(snapshot->date.value)),
                              snapshot->instrument.id.value},
                     snapshot->date.span};
  }
  return std::nullopt;
}

void check_same_documents(const Workspace& workspace, diag::Diagnostics& findings) {
  std::map<Identity, const Document*> first;
  for (const Document& document : workspace.documents) {
    const auto found = identity(document);
    if (!found || document.past) continue;
    const auto [at, fresh] = first.try_emplace(found->first, &document);
    if (fresh) continue;
    const bool instrument = std::get<0>(found->first) == 'i';
    // A copy that is looked at by itself: its twin was read for other reasons, and shows when both are asked for.
    if (!instrument && at->second->asked != document.asked) {
      if (document.asked) at->second = &document;
      continue;
    }
    findings.add({.code = 315,
                  .message = fmt::format("this is {} as `{}`",
                                         instrument ? "the same instrument and version"
                                                    : "a Snapshot of the same county, date and instrument",
                                         at->second->path),
                  .span = found->second,
                  .labels = {{identity(*at->second)->second, "the other one"}},
                  .help = instrument ? "give one of them another version: id and version together name one text"
                                     : "keep one of them, or correct the date"});
  }
}

/// The instruments of the county's files that have errors.
std::vector<const model::Instrument*> broken_instruments(const Workspace& workspace,
                                                         const diag::Diagnostics& findings) {
  std::vector<const model::Instrument*> broken;
  for (const Document* document : model::documents_of<model::Instrument>(workspace))
    if (findings.has_error(document->file)) broken.push_back(model::content_as<model::Instrument>(*document));
  return broken;
}

/// While linking, a file may be looked into though its own references are wrong; rules and scores get to see none of those.
void let_go_of_broken(Workspace& workspace, const diag::Diagnostics& findings) {
  const auto let_go = [&findings](const Document*& target) {
    if (target != nullptr && findings.has_error(target->file)) target = nullptr;
  };
  const std::vector<const model::Instrument*> broken = broken_instruments(workspace, findings);
  for (Document& document : workspace.documents) {
    let_go(document.plan);
    let_go(document.snapshot);
    if (std::ranges::find(broken, document.instrument) != broken.end()) document.instrument = nullptr;
  }
}

}  // namespace

const model::Instrument* find_instrument(const Workspace& workspace, std::size_t home,
                                         const model::InstrumentRef& reference, const Document** document) {
  *document = nullptr;
  const auto matches = [&](const model::Instrument& instrument) {
    return instrument.id.value == reference.id.value && instrument.version.value == reference.version.value;
  };
  for (const Document& candidate : workspace.documents) {
    const auto* instrument = model::content_as<model::Instrument>(candidate);
    if (instrument == nullptr || candidate.home != home || !matches(*instrument)) continue;
    *document = &candidate;
    return instrument;
  }
  for (const model::Instrument& instrument : workspace.built_in->instruments)
    if (matches(instrument)) return &instrument;
  return nullptr;
}

std::string inside_repository(const diag::LocatedText& file) {
  if (!file) return {};
  const std::string inside = base::joined_path(".", file.value);
  if (inside == ".." || inside.starts_with("../") || base::is_absolute(inside)) return {};
  return inside;
}

std::string snapshot_inside(const model::Plan& plan) {
  return plan.snapshot ? inside_repository(plan.snapshot->file) : std::string();
}

void link(Workspace& workspace, diag::Diagnostics& findings) {
  for (const KindLink& kind : kKindLinks) {
    for (Document& document : workspace.documents) {
      if (!kind.is(document)) continue;
      kind.link(workspace, document, findings);
      check_county(workspace, document, findings);
    }
  }
  let_go_of_broken(workspace, findings);
  check_same_documents(workspace, findings);
  for (Document& document : workspace.documents)
    document.usable = !findings.has_error(document.file) && !holds<std::monostate>(document) &&
                      (document.instrument != nullptr || !holds<model::Snapshot>(document));
}

}  // namespace cpm::format
