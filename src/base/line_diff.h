#pragma once
// The difference of two texts line by line, as `diff -u` and `git diff` write it and as `patch` and `git apply` take it.
#include <string>
#include <string_view>

namespace cpm::base {

struct DiffNames {
  std::string before;  ///< "a/plans/2026.yaml"
  std::string after;
};

/// Empty when the texts are equal; else two lines with the names and the changes, each with three lines around it.
std::string unified_diff(std::string_view before, std::string_view after, const DiffNames& names);

}  // namespace cpm::base
