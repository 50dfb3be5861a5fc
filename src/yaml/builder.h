#pragma once
// Events of the YAML engine to nodes in the tree's memory. Stops at the first thing that is not read: a mistake in the
// text (the failure says where, in the engine's words) or a limit or refused feature (with a finding of its own).
#include <cstddef>
#include <optional>
#include <string>

#include "diag/diagnostic.h"
#include "yaml/node.h"
#include "yaml/reader.h"
#include "yaml/source.h"

namespace cpm::yaml {

/// What the engine said when it gave up, and what had been read by then. Places are bytes of the file.
struct Failure {
  std::string message;
  std::size_t begin = 0;
  std::size_t end = 0;
  std::size_t read = 0;            ///< behind the last word that was read
  std::size_t bracket = kNowhere;  ///< the outermost bracket still open there
};

struct Built {
  const Node* root = nullptr;  ///< nullptr for an empty document too
  std::optional<Failure> failure = {};
  bool refused = false;  ///< a finding was added: the tree is not to be used
};

Built build(const Source& source, const Limits& limits, std::pmr::memory_resource& memory, diag::Diagnostics& findings);

}  // namespace cpm::yaml
