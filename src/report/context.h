#pragma once
// What a report knows besides its numbers: the files it is about, and what the county lets it show.
#include <cstdint>
#include <optional>

#include "model/workspace.h"

namespace cpm::report {

struct Context {
  const model::Workspace& workspace;
  const model::Document& document;             ///< the file reported on
  bool contacts = true;                        ///< false (`--no-contacts`): no names, email, phone
  std::optional<std::int64_t> benchmark = {};  ///< percent, the county's own
};

}  // namespace cpm::report
