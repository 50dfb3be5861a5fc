#pragma once
// The name of a place in a file, as people write it: `ratings.or-vision.score`, `steps[s2].due`, `objectives[+]`.
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace cpm::edit {

/// A key, or between brackets an entry of a list: by its id, by its number (from 1), or `+` for a new one at the end.
struct PathPart {
  std::string text;
  bool entry = false;
  friend bool operator==(const PathPart&, const PathPart&) = default;
};

using Path = std::vector<PathPart>;

inline constexpr std::string_view kNewEntry = "+";

/// Nothing when a part is empty or a bracket is missing. An entry's text may hold anything but `]`.
std::optional<Path> parse_path(std::string_view text);
std::string to_text(const Path& path);

}  // namespace cpm::edit
