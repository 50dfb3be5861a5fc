#pragma once
// Results of fidelity tools over time: the same tool, version and group in the order of the dates. Groups and answers that are
// too few to be shown are marked here, so that no page has to think of it.
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/ratio.h"
#include "model/workspace.h"

namespace cpm::score {

/// One file of results.
struct FidelityCheck {
  const model::Document* document = nullptr;
  const model::Fidelity* results = nullptr;
  std::int64_t limit = 0;   ///< the county's smallest group
  bool suppressed = false;  ///< fewer people answered than may be shown
};

/// What can be compared: checks of one tool and version with one group of one county.
struct FidelitySeries {
  std::vector<FidelityCheck> checks;  ///< oldest first; never empty
};

/// By area in the order of the guide, then tool, version, county and group.
std::vector<FidelitySeries> fidelity_series(const std::vector<const model::Document*>& documents,
                                            const model::Workspace& workspace);

/// The question of this id, or nullptr.
const model::FidelityMeasure* find_measure(const model::Fidelity& results, std::string_view id);
/// May the answers be told value by value? Not when one of the values was chosen by few people.
bool shows_counts(const FidelityCheck& check, const model::FidelityMeasure& measure);
/// The mean as it is given, else out of the counts; nothing when it must not be shown or cannot be known.
std::optional<base::Ratio> mean_of(const FidelityCheck& check, std::string_view measure);
/// From the check before the last one that can be shown to the last one; nothing when there are no two.
std::optional<base::Ratio> change_of(const FidelitySeries& series, std::string_view measure);

}  // namespace cpm::score
