#pragma once
// How a region's pages and results name counties, kinds of support, quarters and changes.
#include <cstddef>
#include <optional>
#include <string>

#include "report/document.h"
#include "score/region.h"

namespace cpm::report {

std::string county_name(const model::Workspace& workspace, const std::string& county);
/// "Alder County, Birch County and 12 more": at most `limit` names, in the order given; "none" when there is none.
std::string county_names(const model::Workspace& workspace, const score::CountyIds& counties, std::size_t limit);

/// "training academy", "another county", …
std::string category_text(model::SupportCategory category);
/// "rta": as files write it.
std::string category_word(model::SupportCategory category);
/// "October to December 2026", or "no date".
std::string quarter_text(const std::optional<score::Quarter>& quarter);
/// "2026-Q4"
std::string quarter_word(const score::Quarter& quarter);
/// The name of an academy known by this key, else the county's own words.
std::string provider_text(const model::Workspace& workspace, const std::string& provider);
/// The title of a tool of the catalogue, else its key.
std::string tool_text(const model::Workspace& workspace, const std::string& tool);

/// "cpm-default 1.0"; the same name with another text is told apart by its first county.
std::string section_name(const score::Region& region, const score::RegionSection& section,
                         const model::Workspace& workspace);

/// The change of the share from one date to the other; nothing when either has none.
std::optional<base::Ratio> share_change(const score::Figures& before, const score::Figures& now);

}  // namespace cpm::report
