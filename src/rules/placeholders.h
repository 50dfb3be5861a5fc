#pragma once
// Texts that say nothing yet: those of new files, left as they were, and "TBD", "n/a", "???".
#include "diag/diagnostic.h"
#include "model/texts.h"
#include "rules/rule_table.h"

namespace cpm::rules {

/// Do others rest on the file by now: a final Snapshot, a plan that has started?
bool is_in_force(const Subject& subject);
/// CPM690 or, in a file in force, CPM691.
void check_placeholder(const model::Text& text, bool in_force, diag::Diagnostics& findings);

}  // namespace cpm::rules
