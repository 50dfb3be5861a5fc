#pragma once
// `cpm diff`: what has changed, in sentences, the weightiest first.
#include <optional>
#include <string>
#include <vector>

#include "model/changes.h"
#include "model/workspace.h"
#include "report/document.h"
#include "report/result.h"
#include "score/compare.h"

namespace cpm::report {

/// A file at both times. One that is only there at one of them is new, or gone.
struct FileDiff {
  std::string before = {};   ///< its path; empty: it was not there
  std::string now = {};      ///< empty: it is not there any more
  std::string kind = {};     ///< word of the kind
  std::string problem = {};  ///< why its content cannot be compared; empty: it was
  bool paired = false;       ///< the two have other names in their folders
  model::Changes changes = {};
  std::optional<score::Comparison> scores = {};  ///< of two Snapshots that can be scored
  std::vector<const model::Instrument*> instruments =
      {};  ///< for titles of items and areas; the file's own comes first
};

struct Diff {
  std::string before;  ///< as the command line names it
  std::string now;
  std::vector<FileDiff> files;
};

Document diff_page(const Diff& diff);
Result diff_result(const Diff& diff);
/// The keys of the records under the result's `rows`.
std::vector<std::string> diff_columns();

/// What stands before and after in one text and not in the other, word by word; long texts from the first to the last
/// difference.
struct WordChange {
  std::vector<std::string> out;  ///< runs of words
  std::vector<std::string> in;
};
WordChange changed_words(std::string_view before, std::string_view now);

}  // namespace cpm::report
