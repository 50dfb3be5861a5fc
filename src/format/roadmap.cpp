#include "model/roadmap.h"

#include <array>

#include "format/bind.h"
#include "format/kinds.h"

namespace cpm::format {
namespace {

using model::Roadmap;
using model::RoadmapEntry;

constexpr std::array kKindChoices = {
    Choice{"learning_session", "a learning session"},
    Choice{"webinar", "a webinar"},
    Choice{"regional_event", "an event of the region"},
    Choice{"convening", "a meeting of several counties or agencies"},
    Choice{"county_team_work", "work of the county's own team"},
    Choice{"resource", "something new to read or use"},
    Choice{"deadline", "a day by which something is due"},
};
constexpr Shape kKind = choice_of(kKindChoices);

constexpr std::array kStatusChoices = {
    Choice{"planned", "still to come"},
    Choice{"held", "took place"},
    Choice{"moved", "has another date now; `moved_from` says which it had"},
    Choice{"cancelled", "will not take place"},
};
constexpr Shape kStatus = choice_of(kStatusChoices);
constexpr Shape kGuidePart = whole_between(1, 3);
constexpr Shape kYear = whole_between(2000, 2199);

constexpr std::array kEntryFields = {
    field<&RoadmapEntry::id>("id", Need::must, kId, "A short name.", "r1"),
    field<&RoadmapEntry::from>("from", Need::must, kDate, "The day, or the first of several.", "2026-09-15"),
    field<&RoadmapEntry::to>("to", Need::may, kDate, "The last day."),
    field<&RoadmapEntry::kind>("kind", Need::must, kKind, "What it is.", "webinar"),
    field<&RoadmapEntry::title>("title", Need::must, kText, "Title.", "Using coaching logs"),
    field<&RoadmapEntry::audience>("audience", Need::may, kText, "Who it is for.", "Supervisors and coaches"),
    field<&RoadmapEntry::guide_part>("guide_part", Need::may, kGuidePart, "1 Snapshot, 2 Plan or 3 Support.", "2"),
    field<&RoadmapEntry::host>("host", Need::may, kText, "Who holds it."),
    field<&RoadmapEntry::place>("place", Need::may, kText, "Where."),
    field<&RoadmapEntry::status>("status", Need::should, kStatus, "Where it stands.", "planned"),
    field<&RoadmapEntry::moved_from>("moved_from", Need::may, kDate, "The day it had before."),
};
constexpr Record kEntryRecord{.noun = "road map entry",
                              .about = "A dated support activity.",
                              .id_key = "id",
                              .title_key = "title",
                              .fields = kEntryFields};
constexpr Shape kEntry = record_of(kEntryRecord);
constexpr Shape kEntries = list_of(kEntry, 1);

constexpr std::array kFields = {
    field<&Roadmap::heading>("format", Need::must, kText, "The kind of file.", "cpm/roadmap/1"),
    field<&Roadmap::county>("county", Need::must, kCounty, "The county, in lower case: `yolo`, `los-angeles`.",
                            "example"),
    field<&Roadmap::title>("title", Need::must, kText, "Title.", "Our road map"),
    field<&Roadmap::fiscal_year>("fiscal_year", Need::must, kYear, "The year in which the fiscal year begins.", "2026"),
    field<&Roadmap::entries>("entries", Need::must, kEntries, "Support activities, by date."),
};

}  // namespace

constexpr Record kRoadmapRecord{.noun = "road map",
                                .about = "Dated support activities of a fiscal year.",
                                .id_key = {},
                                .title_key = "title",
                                .fields = kFields};

}  // namespace cpm::format
