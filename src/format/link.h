#pragma once
// References between documents: resolved to pointers, or reported with what exists and the nearest name (3xx).
#include <string>

#include "diag/diagnostic.h"
#include "model/workspace.h"

namespace cpm::format {

/// Sets `instrument`, `plan` and `snapshot` of every document and reports dangling references in all of them.
void link(model::Workspace& workspace, diag::Diagnostics& findings);

/// The instrument of this id and version in a home, or built in; nullptr when there is none. `document` is set to the file it
/// is in, or nullptr when built in.
const model::Instrument* find_instrument(const model::Workspace& workspace, std::size_t home,
                                         const model::InstrumentRef& reference, const model::Document** document);

/// The path of a file from the root of its home; empty when none is given or when it leaves the home.
std::string inside_repository(const diag::LocatedText& file);

/// The path of a plan's Snapshot from the root of its home; empty when the reference gives no file or leaves the home.
std::string snapshot_inside(const model::Plan& plan);

// One per kind, called by link().
void link_instrument(const model::Workspace& workspace, model::Document& document, diag::Diagnostics& findings);
void link_snapshot(const model::Workspace& workspace, model::Document& document, diag::Diagnostics& findings);
void link_plan(const model::Workspace& workspace, model::Document& document, diag::Diagnostics& findings);
void link_support(const model::Workspace& workspace, model::Document& document, diag::Diagnostics& findings);
void link_logic_model(const model::Workspace& workspace, model::Document& document, diag::Diagnostics& findings);
void link_roadmap(const model::Workspace& workspace, model::Document& document, diag::Diagnostics& findings);
void link_fidelity(const model::Workspace& workspace, model::Document& document, diag::Diagnostics& findings);
void link_regions(const model::Workspace& workspace, model::Document& document, diag::Diagnostics& findings);
void link_theory(const model::Workspace& workspace, model::Document& document, diag::Diagnostics& findings);
void link_repository(const model::Workspace& workspace, model::Document& document, diag::Diagnostics& findings);

}  // namespace cpm::format
