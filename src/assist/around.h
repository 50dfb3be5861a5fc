#pragma once
// What surrounds a text that somebody works on: the built-in lists, and the other files of its repository.
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "model/workspace.h"

namespace cpm::assist {

/// A file of the same repository.
struct Neighbor {
  std::string inside;      ///< its path from the root of the repository
  std::string_view bytes;  ///< valid as long as what it comes from
};

/// Each answer is looked for when it is asked for first: most places need none.
class Around {
 public:
  virtual ~Around() = default;
  virtual const model::BuiltIn& built_in() = 0;
  /// Those of this kind, in the order of their paths; this text may be among them.
  virtual std::vector<Neighbor> files(std::string_view kind) = 0;
  /// Built in or of the repository; one of another version, if there is no better one; or nullptr.
  virtual const model::Instrument* instrument(std::string_view id, std::string_view version) = 0;
  virtual base::Date today() = 0;
};

}  // namespace cpm::assist
