#pragma once
// Guesses from wording: does a text speak of a change in people, or of something to count? Only advice rests on them.
#include <optional>
#include <string>
#include <string_view>

namespace cpm::rules {

/// The word that tells of a change ("feel", "trust", "improve"), unless the text counts something.
std::optional<std::string> change_word(std::string_view text);

/// "Number of …", "How many …", "12 coaches …"; not when the text tells of a change as well.
bool reads_like_count(std::string_view text);

}  // namespace cpm::rules
