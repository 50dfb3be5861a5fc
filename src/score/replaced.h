#pragma once
// Which plans are history: those of which the county has a later one.
#include "model/workspace.h"

namespace cpm::score {

/// The newest plan of the same county in the same repository that is dated after this one and not after the as-of date; nullptr
/// when there is none. `document` holds a plan. Plans with errors replace none.
const model::Document* replaced_by(const model::Document& document, const model::Workspace& workspace);

}  // namespace cpm::score
