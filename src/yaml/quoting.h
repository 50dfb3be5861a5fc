#pragma once
// How a text stands in a YAML file on one line: plain where every reader takes it for the same text, else in quotes.
#include <string>
#include <string_view>

namespace cpm::yaml {

/// Can it stand without quotes, here and between brackets (`flow`), and be the same text again? Says nothing of readers that
/// take a text such as `no` or `1.10` for something else.
bool can_be_plain(std::string_view text, bool flow);

/// In double quotes, on one line; what nobody can see is written as a number.
std::string double_quoted(std::string_view text);
/// Can it stand in single quotes, on one line?
bool can_be_single_quoted(std::string_view text);
std::string single_quoted(std::string_view text);

}  // namespace cpm::yaml
