#pragma once
// Several counties beside each other: newest final Snapshots per instrument, what their plans aim at, needs that counties share,
// who offers what another needs, support asked for. Counties stand in the order of their names; nothing here grades or ranks them.
#include <compare>
#include <cstddef>
#include <deque>
#include <optional>
#include <string>
#include <vector>

#include "model/workspace.h"
#include "score/compare.h"
#include "score/targets.h"

namespace cpm::score {

using CountyIds = std::vector<std::string>;  ///< "yolo", in the order of the counties' names

/// One county in one section.
struct CountyView {
  std::string county;
  const Scorecard* now = nullptr;
  std::optional<Comparison> trend = {};   ///< against the final Snapshot before, of any version of the instrument
  std::optional<PlanTargets> ahead = {};  ///< of the newest plan on this Snapshot, where it has targets
  std::optional<PlanTargets> earlier =
      {};  ///< of the newest plan on an earlier one, with what this Snapshot says of them
};

/// An item that at least one county scored below the top value.
struct CommonNeed {
  const model::Item* item = nullptr;
  const model::Area* area = nullptr;
  CountyIds counties = {};    ///< who scored it below the top
  std::size_t answered = 0;   ///< how many counties gave it a score at all
  CountyIds offered_by = {};  ///< counties that are ready to tell others about it
};

/// What a county is ready to tell others about, and the others that scored the item below the top.
struct MatchedOffer {
  std::string county;
  const model::Offer* offer = nullptr;
  const model::Item* item = nullptr;
  const ItemScore* own = nullptr;  ///< the offering county's own answer; nullptr when it has none in this section
  CountyIds needed_by = {};
};

/// Counties that answered the same text: one instrument, one version, the same items. Never mixed with others.
struct RegionSection {
  const model::Instrument* instrument = nullptr;
  std::vector<CountyView> counties = {};
  std::vector<CommonNeed> needs = {};     ///< by number of counties, then in instrument order
  std::vector<MatchedOffer> offers = {};  ///< by instrument order of the item, then county
};

/// A quarter of the calendar year.
struct Quarter {
  int year = 0;
  unsigned number = 1;
  friend auto operator<=>(const Quarter&, const Quarter&) = default;
};

/// Open support needs of the same kind in the same quarter.
struct Demand {
  model::SupportCategory category{};
  std::string provider = {};         ///< empty: none given, or one that could be a person
  std::string tool = {};             ///< key in the toolkit catalog, or empty
  std::optional<Quarter> quarter{};  ///< of `needed_by`
  std::size_t needs = 0;
  CountyIds counties = {};
};

struct Region {
  std::deque<Scorecard> cards;  ///< views and comparisons point into it
  CountyIds counties;
  CountyIds without_snapshot;           ///< counties without a final Snapshot up to the day
  std::vector<RegionSection> sections;  ///< most counties first, then by id and version
  std::vector<Demand> demand;           ///< most counties first, then by quarter and kind
  std::size_t closed_needs = 0;         ///< received or declined, so not in `demand`
  std::vector<std::string> left_out;    ///< paths of files with errors, which do not count; set by the command
};

/// `usable`: the documents that may be counted. Of each county and instrument the newest final Snapshot up to
/// `workspace.as_of` counts. The workspace must outlive the region.
Region region(const model::Workspace& workspace, const std::vector<const model::Document*>& usable);

/// Adds the open needs of support files up to the day, and counts the closed ones.
void add_demand(Region& region, const model::Workspace& workspace, const std::vector<const model::Document*>& usable);

/// Sets what the plans up to the day aim at. `snapshots`: of the view's county and instrument, oldest first; the last one is the
/// view's own.
void add_targets(CountyView& view, const std::vector<const model::Document*>& snapshots,
                 const std::vector<const model::Document*>& plans, base::Date as_of);

/// Puts ids in the order of the counties' names, each once.
void sort_counties(CountyIds& counties, const model::Workspace& workspace);

}  // namespace cpm::score
