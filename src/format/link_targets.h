#pragma once
// What references may name, gathered once for every kind that refers to it.
#include <string>

#include "format/references.h"
#include "model/workspace.h"

namespace cpm::format {

Target items_of(const model::Instrument& instrument);
Target areas_of(const model::Instrument& instrument);
Target tools_of(const model::Workspace& workspace);
Target steps_of(const model::Plan& plan, std::string holder);
Target objectives_of(const model::Plan& plan, std::string holder);
Target priorities_of(const model::Plan& plan, std::string holder);
Target priorities_of(const model::Snapshot& snapshot, std::string holder);
/// Adds what else the target's records are called.
void add_labels_to(Target& target, std::function<void(std::vector<Label>&)> more);
/// The outcomes that cpm brings along.
Target built_in_outcomes(const model::Workspace& workspace);
/// The outcomes of the home's logic models, then those.
Target outcomes_of(const model::Workspace& workspace, std::size_t home, const diag::Diagnostics& findings);
/// The support needs of a home.
Target needs_of(const model::Workspace& workspace, std::size_t home, const diag::Diagnostics& findings);

}  // namespace cpm::format
