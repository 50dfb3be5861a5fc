#pragma once
// Sentences of `cpm diff` about what has no name of its own and belongs to another record: the scores that a priority aims at,
// the measured values of an indicator, the strategies that a step serves.
#include <optional>
#include <string>

#include "report/diff.h"

namespace cpm::report {

/// "Priority p1 (Coaching) now aims at 2 for Coaching (wd-coaching)."; nothing for what names itself.
std::optional<std::string> held_sentence(const model::Change& change, const FileDiff& file);

/// A place in the System Improvement Plan, in a list of them.
bool is_sip_place(const model::Change& change);
/// "Step s6 (Ask families) under the SIP strategy “Family teams meet”"
std::string sip_place_name(const model::Change& change);

}  // namespace cpm::report
