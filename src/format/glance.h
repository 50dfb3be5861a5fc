#pragma once
// What the first lines of a file tell of it before it is read: its kind and its date. Only where they leave no doubt.
#include <cstddef>
#include <optional>
#include <string_view>

#include "base/date.h"

namespace cpm::format {

inline constexpr std::size_t kGlanceBytes = 1024;

struct Glance {
  std::string_view kind = {};           ///< word of a kind; empty: not told
  std::optional<base::Date> date = {};  ///< of what the file reports on
};

/// `text`: a whole file, or its first lines; a line that is cut off must not be among them.
Glance glance_at(std::string_view text);

/// Of the first bytes of a file the lines that are there in full.
std::string_view whole_lines(std::string_view head);

}  // namespace cpm::format
