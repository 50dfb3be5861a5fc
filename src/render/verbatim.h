#pragma once
// The lines of a text that is shown as it is: only line ends and signs that nobody sees are made safe.
#include <string>
#include <string_view>
#include <vector>

namespace cpm::render {

/// Without line ends, and without empty lines at the end; tabs stay tabs.
std::vector<std::string> verbatim_lines(std::string_view text);

}  // namespace cpm::render
