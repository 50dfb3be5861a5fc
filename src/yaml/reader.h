#pragma once
// Bytes to tree, strictly: all guards of shared YAML practice on (size, UTF-8, control characters, depth, nodes, no anchors,
// aliases, tags, directives or second documents, no duplicate keys), each with its own code, place and remedy.
// libfyaml reads; the words are ours, made from its message and the source line. Never throws for bad input.
#include <cstddef>
#include <string_view>

#include "diag/diagnostic.h"
#include "diag/source_file.h"
#include "yaml/node.h"
#include "yaml/source.h"

namespace cpm::yaml {

/// What a file may cost. Each limit is named in its finding, with the option that raises it where there is one.
struct Limits {
  std::size_t bytes = 1024 * 1024;  ///< `--max-file-size`
  std::size_t depth = 64;
  std::size_t nodes = 200'000;                           ///< the same option: so many for each MiB
  std::size_t blank_lines = 1'000;                       ///< in one run
  KeyUse (*use_of_key)(std::string_view key) = nullptr;  ///< nullptr: of no key anything is known
};

/// Reads one file. A mistake in the text stops the file after its finding; duplicate keys are reported and reading goes on.
/// The tree's texts may point into the file's bytes: it must not outlive `file`.
Tree read(const diag::SourceFile& file, diag::FileId id, const Limits& limits, diag::Diagnostics& findings);

}  // namespace cpm::yaml
