#include "model/roadmap.h"

#include <array>

#include "format/bind.h"
#include "format/kinds.h"

namespace cpm::format {
namespace {

using model::Roadmap;
using model::RoadmapEntry;

constexpr auto kKindChoices = choices<model::RoadmapKind>({
    "a learning session",
    "a webinar",
    "a regional event",
    "a meeting of several counties or agencies",
    "work of the county's own team",
    "something new to read or use",
    "a deadline",
});
constexpr Shape kKind = choice_of(kKindChoices);

constexpr auto kRoadmapStatusChoices = choices<model::RoadmapStatus>({
    "still to come",
    "took place",
    "has a new date, and the previous one in `moved_from`",
    "will not take place",
});
constexpr Shape kRoadmapStatus = choice_of(kRoadmapStatusChoices);
constexpr Shape kGuidePart = whole_between(1, 3);
constexpr Shape kYear = whole_between(2000, 2199);

constexpr std::array kRoadmapEntryFields = {
    field<&RoadmapEntry::id>("id", Need::must, kId, "A short name.", "r1"),
    field<&RoadmapEntry::from>("from", Need::must, kTimeframe, "The day, month or quarter; or the first one.",
                               "2026-09-15")
        .called("date|start|start date|day|on|begins|when"),
    field<&RoadmapEntry::to>("to", Need::may, kTimeframe, "The last day, month or quarter.")
        .called("end|until|end date|last day|through"),
    field<&RoadmapEntry::kind>("kind", Need::must, kKind, "What it is.", "webinar").called("type|category"),
    field<&RoadmapEntry::title>("title", Need::must, kText, "Title.", "Using coaching logs")
        .called("name|text|activity|event|description"),
    field<&RoadmapEntry::audience>("audience", Need::may, kText, "Who it is for.", "Supervisors and coaches")
        .called("who|for|participants|attendees"),
    field<&RoadmapEntry::guide_part>("guide_part", Need::may, kGuidePart,
                                     "The part of the guide: 1 Snapshot, 2 Plan or 3 Support.", "2"),
    field<&RoadmapEntry::host>("host", Need::may, kText, "Who hosts it.")
        .called("organizer|organiser|lead|provider|held by"),
    field<&RoadmapEntry::place>("place", Need::may, kText, "Where it takes place.").called("location|where|venue"),
    field<&RoadmapEntry::status>("status", Need::should, kRoadmapStatus, "Where it stands.", "planned")
        .called("state")
        .apart(),
    field<&RoadmapEntry::moved_from>("moved_from", Need::may, kTimeframe, "Its previous date.")
        .called("old date|original date|was")
        .apart(),
};
constexpr Record kRoadmapEntryRecord{.noun = "road map entry",
                                     .about = "A support activity with its date.",
                                     .id_key = "id",
                                     .title_key = "title",
                                     .fields = kRoadmapEntryFields};
constexpr Shape kRoadmapEntry = record_of(kRoadmapEntryRecord);
constexpr Shape kRoadmapEntries = list_of(kRoadmapEntry, 1);

constexpr std::array kRoadmapFields = {
    field<&Roadmap::heading>("format", Need::must, kText, "The kind of file.", "cpm/roadmap/1").apart(),
    field<&Roadmap::county>("county", Need::must, kCounty, "The county, in lower case: `yolo`, `los-angeles`.",
                            "example"),
    field<&Roadmap::title>("title", Need::must, kText, "Title.", "Our road map").called("name"),
    field<&Roadmap::fiscal_year>("fiscal_year", Need::must, kYear, "The year in which the fiscal year begins.", "2026")
        .called("year|fy"),
    field<&Roadmap::entries>("entries", Need::must, kRoadmapEntries, "Support activities, by date.")
        .called("events|activities|items|calendar|sessions"),
    field<&Roadmap::approvals>("approvals", Need::may, kApprovals,
                               "Who has approved it; `cpm approve` adds entries, bound to the content.")
        .called("approval|approved by|signatures|approved|signed by|sign-off|adopted by")
        .apart(),
};

}  // namespace

constexpr Record kRoadmapRecord{.noun = "road map",
                                .about = "Support activities of a fiscal year, with their dates.",
                                .id_key = {},
                                .title_key = "title",
                                .fields = kRoadmapFields};

}  // namespace cpm::format
