#pragma once
// What other YAML tools would make of a text written without quotes: the traps of `06113`, `no`, `1.10`. cpm reads by the type
// of the field and never guesses; it warns where others would.
#include <optional>
#include <string_view>

namespace cpm::format {

/// "a number", "yes/no", "a date", "a time": what some YAML reader takes the plain text for; empty when all read a text.
std::string_view read_elsewhere_as(std::string_view plain);

/// `true`, `false` in any of YAML's spellings.
bool is_true_false(std::string_view plain);
/// `yes` for true, `off` for false; nothing for other words.
std::optional<bool> as_flag(std::string_view text);
/// A decimal whole number with optional sign.
bool is_whole(std::string_view text);

}  // namespace cpm::format
