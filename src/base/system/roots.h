#pragma once
// Where a path begins, which each system tells in its own way.
#include <cstddef>
#include <string>
#include <string_view>

namespace cpm::base {

/// How many bytes of the path name the place that it begins at: 1 for "/home", on Windows 3 for "C:/Users" and 15 for
/// "//server/share/x". 0: it begins at the current folder.
std::size_t root_size(std::string_view path);
/// That place, always written in the same way: "/", "C:/", "//server/share/"; empty for the current folder.
std::string root_of(std::string_view path);

}  // namespace cpm::base
