#pragma once
// What a place may name, with titles: from built-in lists, the instrument that is asked, this file's own records, or those of
// another file of the repository.
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "assist/around.h"
#include "assist/reading.h"

namespace cpm::assist {

class Lookup {
 public:
  /// Both must outlive it.
  Lookup(const Reading& reading, Around& around) : reading_(reading), around_(around) {}

  /// The ids, scores or paths that a value of this shape can be; empty where the shape names nothing.
  std::vector<Known> known_for(const format::Shape& shape);
  /// The one of this id, or nothing.
  std::optional<Known> find(const format::Shape& shape, std::string_view id);
  /// Whose items this file speaks of: that of the Snapshot, or of the Snapshot that is followed; else the one that cpm brings
  /// along. nullptr when it cannot be found.
  const model::Instrument* instrument();
  /// What a score looks like, of the item in whose part it stands; empty where it is of none.
  std::string anchor(std::size_t part, std::string_view score);

 private:
  std::vector<Known> named(format::Names names);
  std::vector<Known> referred(format::Refers refers);
  std::vector<Known> paths_of(std::string_view kind);
  /// The file of this kind that the text names, else all of them.
  std::vector<Neighbor> files_meant(std::string_view kind);
  const model::Instrument* instrument_of(const Reading& reading);
  const model::Instrument* find_instrument();

  const Reading& reading_;
  Around& around_;
  std::optional<const model::Instrument*> instrument_;
};

}  // namespace cpm::assist
