#pragma once
// Words for a shell to offer, each list from the table that holds it anyway.
#include <string_view>

#include "cli/completion.h"

namespace cpm::cli {

/// What stands right behind `cpm`.
Offer first_words();
/// What stands behind the first word of several commands: "plan", "report".
Offer second_words(std::string_view group);

// Sources of values; the kind of file does not matter to them.
Offer format_words(const Place& place, std::string_view kind);
Offer severity_words(const Place& place, std::string_view kind);
Offer color_words(const Place& place, std::string_view kind);
Offer weight_words(const Place& place, std::string_view kind);
Offer county_words(const Place& place, std::string_view kind);
Offer kind_words(const Place& place, std::string_view kind);
Offer code_words(const Place& place, std::string_view kind);
Offer list_words(const Place& place, std::string_view kind);
Offer help_words(const Place& place, std::string_view kind);
Offer shell_names(const Place& place, std::string_view kind);

}  // namespace cpm::cli
