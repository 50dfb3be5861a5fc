#pragma once
// What an editor or a form asks about one file, as JSON on standard output (the hidden verb `cpm assist WHAT FILE`). No command
// of people, so no row of their table; about a file that cannot be read it answers `null` rather than with a message.
#include <string>
#include <string_view>
#include <vector>

#include "cli/environment.h"

namespace cpm::cli {

inline constexpr std::string_view kAssistVerb = "assist";

/// `words` are those behind the verb. Returns one line. Throws UsageError when they ask nothing that is known.
std::string assist_answer(const std::vector<std::string>& words, Environment& environment);

}  // namespace cpm::cli
