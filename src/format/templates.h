#pragma once
// New files to fill in, made from the field tables: commented, valid, and silent under `cpm check`.
#include <string>
#include <vector>

#include "format/kinds.h"
#include "model/workspace.h"

namespace cpm::format {

/// What a new plan takes over from the Snapshot it follows.
struct PlanStart {
  std::string snapshot;            ///< its path from the repository's root
  unsigned fiscal_year_start = 7;  ///< month; the plan starts with the next fiscal year
  std::vector<model::SnapshotPriority> priorities = {};
  std::vector<std::string> offered = {};  ///< one line an opportunity, shown while no priority is chosen
  /// For each priority one line an item below the top value, "wd-coaching: 2  # now 0", as targets to choose from.
  std::vector<std::vector<std::string>> targets = {};
};

/// What a new file takes over from the repository it is for.
struct TemplateHome {
  std::string plan = {};           ///< path of its newest plan from its root; empty: there is none
  std::string priority = {};       ///< of that plan
  std::string academy = {};        ///< as `cpm.yaml` names it; empty: that of the county's region
  unsigned fiscal_year_start = 7;  ///< month
};

struct TemplateOptions {
  std::string county = "example";
  base::Date date{};
  const model::Instrument* instrument = nullptr;  ///< snapshots: every item with its prompt and anchors as comments
  const PlanStart* follows = nullptr;             ///< plans: the Snapshot; nullptr: none is known
  TemplateHome home = {};
  bool settings = false;    ///< repositories: with the settings that most counties look for
  std::string schema = {};  ///< path of the JSON Schema from the new file, for editors; empty: none is named
};

std::string new_file(const Kind& kind, const TemplateOptions& options);

}  // namespace cpm::format
