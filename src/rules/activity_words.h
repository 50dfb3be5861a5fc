#pragma once
// Guesses from wording: does an objective start like an activity, does a text name several leaders, is a word a role?
// Only advice rests on them.
#include <optional>
#include <string>
#include <string_view>

namespace cpm::rules {

/// The first word when it tells somebody to do something ("Train coaches …", "Review the policy …").
std::optional<std::string> leading_activity(std::string_view statement);

/// "Training manager and program analyst", "Supervisor; coach": two people or teams; not "Health and Human Services
/// Director".
bool names_several(std::string_view leader);

/// "supervisor", "Coaches": what somebody does in an agency.
bool is_role(std::string_view word);

}  // namespace cpm::rules
