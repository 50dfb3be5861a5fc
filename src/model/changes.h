#pragma once
// What has changed from one version of a file to another, record by record and field by field. Made by format/changes, told by
// report/diff.
#include <string>
#include <utility>
#include <vector>

namespace cpm::model {

enum class ChangeKind { added, removed, changed, reworded, renamed, reordered };

/// What kind of value a field holds, as far as a sentence depends on it.
enum class ValueKind { text, date, number, choice, flag, word, several, record };

/// The record whose list or map another one is an entry of: the priority that has targets.
struct Holder {
  std::string noun = {};
  std::string id = {};
  std::string title = {};
};

/// One change. A record that is new or gone is one change, with all that it says in `values`.
struct Change {
  ChangeKind kind = ChangeKind::changed;
  std::vector<std::string> place = {};  ///< keys, ids and titles that lead to it: "steps", "s2", "due"
  std::string list = {};                ///< the key whose entry the record is: "steps", "ratings"; may be empty
  std::string noun = {};                ///< of the record: "step"
  std::string id = {};                  ///< of the record, or its key in a map; may be empty
  std::string title = {};               ///< of the record, in the county's words; may be empty
  Holder holder = {};
  std::string field = {};  ///< what has changed in it: "due", "indicator target"; empty: the record itself
  ValueKind value = ValueKind::text;
  bool refers = false;                                           ///< the value is the id of another record, or several
  std::string before = {};                                       ///< empty: it was not there
  std::string now = {};                                          ///< empty: it is not there any more
  std::vector<std::pair<std::string, std::string>> values = {};  ///< of a record: places below it, and what they say
};

using Changes = std::vector<Change>;

}  // namespace cpm::model
