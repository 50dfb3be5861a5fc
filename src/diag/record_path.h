#pragma once
// Which record a place in a file belongs to, as keys and ids: "steps/s2/status". Told from the layout of the lines alone, so
// that it works for files that cannot be read, too, and does not change when lines are put in above.
#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "diag/diagnostic.h"
#include "diag/source_file.h"

namespace cpm::diag {

/// The records of one file. The file is looked through once; a path then takes as many steps as it has parts.
class RecordPaths {
 public:
  explicit RecordPaths(const SourceFile& file);

  /// The keys that lead to the byte; an entry of a list is named by its `id`, and is `[]` without one. Empty when there are
  /// none.
  std::string at(std::size_t byte);

 private:
  /// A dash or a key at the beginning of a line, in the order of the file; columns count bytes, from 0.
  struct Token {
    std::size_t line = 0;
    std::size_t column = 0;
    std::string_view key = {};  ///< empty: a dash
    std::size_t parent = 0;     ///< the token that it stands under, counted from 1; 0: none
    std::optional<std::string> name = {};
  };

  void add_line(std::size_t number);
  void set_parents();
  const std::string& name_of(Token& token);
  std::string entry_name(const Token& dash) const;

  const SourceFile& file_;
  std::vector<Token> tokens_;
};

/// The records of all files of a run, each file looked through when it is first asked for.
class FindingRecords {
 public:
  explicit FindingRecords(const SourceMap& sources) : sources_(sources) {}

  /// The record a finding is about: "steps/s2/status"; the finding's own `item` for a whole file.
  std::string of(const Diagnostic& finding);

 private:
  const SourceMap& sources_;
  std::map<FileId, RecordPaths> files_;
};

}  // namespace cpm::diag
