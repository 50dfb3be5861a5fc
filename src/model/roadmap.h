#pragma once
// Dated support activities of a fiscal year, month by month (domain.md section 10).
#include <vector>

#include "model/common.h"

namespace cpm::model {

enum class RoadmapKind { learning_session, webinar, regional_event, convening, county_team_work, resource, deadline };
enum class RoadmapStatus { planned, held, moved, cancelled };

struct RoadmapEntry {
  Span span;
  LocatedText id;
  LocatedTimeframe from;
  LocatedTimeframe to;
  Located<RoadmapKind> kind;
  LocatedText title;
  LocatedText audience;
  LocatedWhole guide_part;  ///< 1 Snapshot, 2 Plan, 3 Support
  LocatedText host;
  LocatedText place;
  Located<RoadmapStatus> status;
  LocatedTimeframe moved_from;
};

struct Roadmap {
  Heading heading;
  LocatedText county;
  LocatedText title;
  LocatedWhole fiscal_year;  ///< the year in which it begins: 2026 for 2026–27
  std::vector<RoadmapEntry> entries;
  std::vector<Approval> approvals;
};

}  // namespace cpm::model
