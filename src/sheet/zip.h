#pragma once
// The parts of a zip archive in memory. A part that says it is small and is not, is cut off at the limit and refused.
#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "sheet/book.h"

namespace cpm::sheet {

class Archive {
 public:
  /// Its list of parts; the parts themselves are read when they are asked for.
  static std::variant<Archive, Trouble> open(std::string_view bytes);

  bool has(const std::string& name) const { return places_.contains(name); }
  /// Names that begin so, sorted.
  std::vector<std::string> names_below(std::string_view beginning) const;
  /// The bytes of a part; of one that is not there, none.
  std::variant<std::string, Trouble> part(const std::string& name);

 private:
  /// Where the library finds a part again.
  struct Place {
    unsigned long long directory = 0;
    unsigned long long number = 0;
  };

  std::string_view bytes_;
  std::map<std::string, Place> places_;
  std::size_t unpacked_ = 0;
};

struct Part {
  std::string name;
  std::string bytes;
};

/// An archive of these parts, in this order; the same bytes for the same parts.
std::string zipped(const std::vector<Part>& parts);

}  // namespace cpm::sheet
