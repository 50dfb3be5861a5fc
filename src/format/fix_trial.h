#pragma once
// A fix that is called safe is tried before it is promised: on the file's bytes, in memory. What would leave the file worse off,
// or the mistake where it was, is no safe fix. `cpm fix` asks the same of what it has done.
#include <cstddef>
#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "diag/diagnostic.h"
#include "diag/source_file.h"
#include "model/workspace.h"
#include "yaml/reader.h"

namespace cpm::format {

/// What a file's errors say about it: can its text be read, and what is wrong with its shape?
struct Health {
  std::size_t text_errors = 0;
  std::map<std::size_t, std::string> stuck_lines = {};             ///< with an error of text that has no safe fix
  std::set<std::pair<diag::Code, std::string>> shape_errors = {};  ///< by code and message
};

Health health_of(const diag::SourceFile& file, diag::FileId id, const diag::Diagnostics& findings);

/// A text that can be read further may show mistakes that were hidden, but not where it was fixed (`lines`), except of a line
/// that moved there when others were removed; a text that could be read must show no new ones.
bool is_worse(const Health& before, const Health& after, const std::vector<std::size_t>& lines);

/// Makes safe fixes of the file that do not hold what they promise unsafe. Reads the file once more when it has safe fixes, and
/// once more for each of them when one does not hold. `findings` are the file's own.
void try_fixes(const diag::SourceFile& file, diag::FileId id, const yaml::Limits& limits,
               const model::BuiltIn* built_in, diag::Diagnostics& findings);

}  // namespace cpm::format
