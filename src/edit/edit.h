#pragma once
// The surgical edit: one value of a file is changed, and no other byte. From the file's text, its field table, a path and a
// value to edits of bytes. The text is read again with them, and they are handed out only if it says what is meant and
// everything else as before; what cannot be done surely is refused, with the reason.
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "diag/diagnostic.h"
#include "diag/source_file.h"
#include "edit/path.h"
#include "edit/place.h"
#include "edit/value.h"
#include "yaml/reader.h"
#include "yaml/recent_texts.h"

namespace cpm::edit {

enum class Action {
  set,     ///< the value at the path, with what is missing above it
  insert,  ///< a new entry of a list before the one at the path
  remove,  ///< what is at the path; a list or map that loses its only part goes with it
  move,    ///< an entry of a list
};

struct Change {
  Action action = Action::set;
  Path path;
  /// To be set or inserted, as somebody typed it: a text as it is; a list, a map or a record as YAML.
  std::string value = {};
  std::string before = {};  ///< the entry that a moved one goes before; `+`: to the end
};

/// Of a file.
struct Text {
  const diag::SourceFile& file;
  diag::FileId id = -1;
  const yaml::Limits& limits;
  yaml::RecentTexts* recent = nullptr;  ///< of a process that changes files again and again
};

struct Edited {
  std::vector<diag::Edit> edits;  ///< none: the file says it already
  std::string bytes;              ///< with the edits
  std::string path;               ///< with the keys' own names: `steps[s2].due` for `steps[s2].deadline`
};

std::variant<Edited, Refusal> edited(const Text& text, const Change& change);

}  // namespace cpm::edit
