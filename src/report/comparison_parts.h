#pragma once
// What the pages on two Snapshots and on more have in common: the kinds of change and the change of a percent.
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "report/document.h"
#include "score/compare.h"

namespace cpm::report {

/// How the items of one kind of change are shown; a group without items is left out.
struct ChangeGroup {
  score::Change change;
  std::string_view title;
  std::string_view caption;
  std::string_view key;  ///< in the result
};

/// In the order of the pages.
std::span<const ChangeGroup> change_groups();

/// Now less then, exactly; nothing when either has no percent.
std::optional<base::Ratio> change_of(const score::Figures& before, const score::Figures& now);
/// "+5.0", or "no change to state".
Cell change_cell(const score::Figures& before, const score::Figures& now);
/// "rose from 50.0 % to 55.0 %, up 5.0 points"
std::string movement_text(const score::Figures& before, const score::Figures& now);

}  // namespace cpm::report
