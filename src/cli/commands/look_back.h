#pragma once
// What a county's plans say over the years, for the pages that look back.
#include <optional>

#include "cli/commands.h"
#include "report/context.h"
#include "score/outlook.h"
#include "score/progress.h"

namespace cpm::cli {

struct LookBack {
  std::optional<score::Outlook> outlook = {};
  std::optional<report::History> history = {};  ///< with `--history`
};

/// When the open objectives of the plan may be reached, by the plans of its county in its repository. With `--history` also by
/// the earlier versions that git keeps of them; throws UsageError when there is no git to ask.
LookBack look_back(const Run& run, const model::Document& document);

/// Where the plan stands; one that a later plan of its county has replaced is history.
score::Progress progress_of(const Run& run, const model::Document& document);

}  // namespace cpm::cli
