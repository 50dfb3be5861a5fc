#pragma once
// How records of the chain are called: on the page, in its drawing and in the result for programs.
#include <string>
#include <string_view>

#include "score/trace.h"

namespace cpm::report {

/// "Objective"
std::string_view level_title(score::Level level);
/// "objective"
std::string_view level_word(score::Level level);
/// "Every unit has a coach (o1)"; steps and support say when they are out of use: ", dropped", ", closed"
std::string node_name(const score::TraceNode& node);
/// "objective_without_step": the key of a loose end for programs.
std::string_view loose_word(score::Loose what);
/// "no objective serves it"
std::string loose_text(const score::LooseEnd& end);
/// What a person may do about it.
std::string_view loose_remedy(score::Loose what);

}  // namespace cpm::report
