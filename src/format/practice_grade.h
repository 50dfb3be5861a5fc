#pragma once
// What became of the mistakes of a practice county: fixed, still there, or deleted instead; and what else changed.
#include <optional>
#include <string>
#include <vector>

#include "format/practice_mistakes.h"

namespace cpm::format {

/// removed: the record, or the text that was wrong, is gone and nothing stands in its place.
enum class Fate { fixed, still_there, removed, unclear };

/// A finding of `cpm check` in a county's file, as far as grading needs it.
struct FoundMistake {
  std::string file;    ///< from the county's folder
  std::string record;  ///< "steps/s2/due"
  std::string item;    ///< id that the finding is about; may be empty
  diag::Code code = 0;
  std::string message;
  std::size_t line = 0;  ///< 0: the whole file
};

/// A county's folder as it is now.
struct PracticeNow {
  std::optional<TextTree> snapshot = {};  ///< nothing: it is not there, or cannot be read
  std::optional<TextTree> plan = {};
  std::vector<std::string> broken = {};  ///< files with errors that keep `cpm check` from judging them
  std::vector<FoundMistake> findings = {};
};

struct GradedMistake {
  const Planted* planted = nullptr;
  Fate fate = Fate::fixed;
  std::size_t line = 0;  ///< of the finding, when it is still there and has one
};

/// A value that was right and is another now, or gone.
struct OtherChange {
  std::string_view file;
  std::string path;
  std::string was;
  std::optional<std::string> now = {};  ///< nothing: it is gone
};

struct Grade {
  std::vector<GradedMistake> mistakes;
  std::vector<FoundMistake> follow_ups;    ///< what has to follow a correction: the analysis, a target, an approval
  std::vector<FoundMistake> new_findings;  ///< that neither a planted mistake nor its correction explains
  std::vector<OtherChange> other_changes;  ///< records that are gone count once
};

Grade grade(const Practice& practice, const PracticeNow& now);

}  // namespace cpm::format
