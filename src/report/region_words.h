#pragma once
// What the page about a region says in sentences, and the words that its tables use too.
#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "model/workspace.h"
#include "score/region.h"

namespace cpm::report {

/// "Alder County, Birch County and 12 more": at most `limit` names, in the order given.
std::string first_names(const std::vector<std::string>& names, std::size_t limit);
/// The same for counties; "none" when there is none.
std::string county_names(const model::Workspace& workspace, const score::CountyIds& counties, std::size_t limit);
std::string counties_counted(std::size_t count);

/// "cpm-default 1.0"; the same name with another text is told apart by its first county.
std::string section_name(const score::Region& region, const score::RegionSection& section,
                         const model::Workspace& workspace);

/// The targets ahead of a county, or those before.
using TargetsOf = std::optional<score::PlanTargets> score::CountyView::*;
bool has_any(const score::RegionSection& section, TargetsOf targets);

/// The first sentences of the page: how many counties, with which instruments.
std::string region_answer(const score::Region& region, const model::Workspace& workspace);
/// And what else is to be said first.
std::vector<std::string> region_answers(const score::Region& region, const model::Workspace& workspace);

}  // namespace cpm::report
