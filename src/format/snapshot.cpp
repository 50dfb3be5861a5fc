#include <array>

#include "format/bind.h"
#include "format/kinds.h"

namespace cpm::format {
namespace {

using model::Analysis;
using model::Facilitator;
using model::Feasibility;
using model::Incomplete;
using model::Participant;
using model::Rating;
using model::Remark;
using model::Snapshot;
using model::SnapshotPriority;

constexpr Shape kContact = record_of(kContactRecord);
constexpr Shape kInstrumentRef = record_of(kInstrumentRefRecord);

constexpr std::array kStatusChoices = {
    Choice{"draft", "still being filled in"},
    Choice{"final", "agreed by the team"},
};
constexpr Shape kStatus = choice_of(kStatusChoices);

constexpr std::array kAdministrationChoices = {
    Choice{"baseline", "the first Snapshot"},
    Choice{"followup", "a later one"},
};
constexpr Shape kAdministration = choice_of(kAdministrationChoices);

constexpr std::array kStateChoices = {
    Choice{"missing", "not answered yet"},
    Choice{"not_applicable", "does not apply to this county; say why in `note`"},
    Choice{"dont_know", "the team could not tell; say what is needed in `note`"},
};
constexpr Shape kState = choice_of(kStateChoices);
constexpr Shape kVotes = map_of(kScaleKey, kCount, "scale values");

constexpr std::array kRatingFields = {
    field<&Rating::score>("score", Need::may, kScore, "The score the team agreed, one of the scale values.", "1"),
    field<&Rating::state>("state", Need::may, kState, "Why there is no score.", "missing"),
    field<&Rating::note>("note", Need::may, kText, "The reason for a state, or what is needed to answer."),
    field<&Rating::votes>("votes", Need::may, kVotes, "Number of people who voted for each value; never names."),
    field<&Rating::evidence>("evidence", Need::may, kTexts, "What shows it: a document, a record, a link."),
    field<&Rating::comment>("comment", Need::may, kText, "What the team wants to remember."),
};
constexpr std::array<std::string_view, 2> kScoreOrState = {"score", "state"};
constexpr std::array kRatingOneOf = {OneOf{kScoreOrState}};
constexpr Record kRatingRecord{.noun = "rating",
                               .about = "The answer to one item: a score, or the reason why there is none.",
                               .id_key = {},
                               .title_key = {},
                               .fields = kRatingFields,
                               .one_of = kRatingOneOf};
constexpr Shape kRating = record_of(kRatingRecord);
constexpr Shape kRatings = map_of(kItemId, kRating, "item ids");

constexpr std::array kFacilitatorFields = {
    field<&Facilitator::name>("name", Need::may, kText, "Name, if it should be known."),
    field<&Facilitator::role>("role", Need::may, kText, "Role.", "Regional Training Academy coach"),
    field<&Facilitator::voted>("voted", Need::may, kFlag, "Facilitators guide and do not vote.", "false"),
};
constexpr Record kFacilitatorRecord{.noun = "facilitator",
                                    .about = "Who guided the team.",
                                    .id_key = {},
                                    .title_key = "role",
                                    .fields = kFacilitatorFields};
constexpr Shape kFacilitator = record_of(kFacilitatorRecord);

constexpr std::array kParticipantFields = {
    field<&Participant::role>("role", Need::must, kText, "Role; names are not needed.", "Supervisor"),
    field<&Participant::organization>("organization", Need::may, kText, "Organization.", "County agency"),
    field<&Participant::count>("count", Need::may, kOrdinal, "How many people in this role.", "3"),
};
constexpr Record kParticipantRecord{.noun = "participant",
                                    .about = "People who took part, by role.",
                                    .id_key = {},
                                    .title_key = "role",
                                    .fields = kParticipantFields};
constexpr Shape kParticipant = record_of(kParticipantRecord);
constexpr Shape kParticipants = list_of(kParticipant);

constexpr std::array kIncompleteFields = {
    field<&Incomplete::item>("item", Need::must, kItemId, "The item left unanswered.", "or-vision"),
    field<&Incomplete::reason>("reason", Need::must, kText, "Why.", "The data unit answers in April."),
};
constexpr Record kIncompleteRecord{.noun = "incomplete item",
                                   .about = "An item that a final Snapshot leaves unanswered.",
                                   .id_key = "item",
                                   .title_key = {},
                                   .fields = kIncompleteFields};
constexpr Shape kIncomplete = record_of(kIncompleteRecord);
constexpr Shape kIncompletes = list_of(kIncomplete);

constexpr std::array kRemarkFields = {
    field<&Remark::id>("id", Need::may, kId, "A short name, if something else refers to it."),
    field<&Remark::items>("items", Need::must, kSomeItemIds, "The items it is about."),
    field<&Remark::text>("text", Need::must, kText, "What the team says of them.",
                         "Supervisors already use the forms."),
};
constexpr Record kRemarkRecord{.noun = "remark",
                               .about = "What the team says of some items.",
                               .id_key = "id",
                               .title_key = "text",
                               .fields = kRemarkFields};
constexpr Shape kRemark = record_of(kRemarkRecord);
constexpr Shape kRemarks = list_of(kRemark);

constexpr std::array kFeasibilityFields = {
    field<&Feasibility::item>("item", Need::may, kItemId, "The item judged.", "wd-coaching"),
    field<&Feasibility::opportunity>("opportunity", Need::may, kId, "Or the opportunity judged, with all its items."),
    field<&Feasibility::importance>("importance", Need::may, kOneToThree, "1 to 3; 3 is important.", "3"),
    field<&Feasibility::feasibility>("feasibility", Need::may, kOneToThree, "1 to 3; 3 is easy.", "2"),
    field<&Feasibility::text>("text", Need::may, kText, "What the judgement rests on."),
};
constexpr std::array<std::string_view, 2> kItemOrOpportunity = {"item", "opportunity"};
constexpr std::array kFeasibilityOneOf = {OneOf{kItemOrOpportunity}};
constexpr Record kFeasibilityRecord{.noun = "feasibility record",
                                    .about = "How important and how easy a change is.",
                                    .id_key = "item",
                                    .title_key = {},
                                    .fields = kFeasibilityFields,
                                    .one_of = kFeasibilityOneOf};
constexpr Shape kFeasibility = record_of(kFeasibilityRecord);
constexpr Shape kFeasibilities = list_of(kFeasibility);

constexpr std::array kAnalysisFields = {
    field<&Analysis::strengths>("strengths", Need::should, kRemarks, "Strengths to build on."),
    field<&Analysis::opportunities>("opportunities", Need::should, kRemarks, "Opportunities for growth."),
    field<&Analysis::dismissed>("dismissed", Need::may, kRemarks,
                                "Items below the top value that the team leaves as they are, and why."),
    field<&Analysis::feasibility>("feasibility", Need::should, kFeasibilities, "Feasibility considerations."),
};
constexpr Record kAnalysisRecord{.noun = "analysis",
                                 .about = "What the team makes of its answers.",
                                 .id_key = {},
                                 .title_key = {},
                                 .fields = kAnalysisFields};
constexpr Shape kAnalysis = record_of(kAnalysisRecord);

constexpr std::array kPriorityFields = {
    field<&SnapshotPriority::id>("id", Need::must, kId, "A short name; the plan refers to it.", "p1"),
    field<&SnapshotPriority::area>("area", Need::must, kAreaId, "The area it belongs to.", "wd"),
    field<&SnapshotPriority::title>("title", Need::must, kText, "The priority in a few words.",
                                    "Coaching reaches every unit"),
    field<&SnapshotPriority::items>("items", Need::should, kItemIds, "The items it is about."),
    field<&SnapshotPriority::reason>("reason", Need::should, kText, "Why the team chose it."),
    field<&SnapshotPriority::rank>("rank", Need::may, kOrdinal, "Its place in the order.", "1"),
};
constexpr Record kPriorityRecord{.noun = "priority",
                                 .about = "A priority for local planning.",
                                 .id_key = "id",
                                 .title_key = "title",
                                 .fields = kPriorityFields};
constexpr Shape kPriority = record_of(kPriorityRecord);
constexpr Shape kPriorities = list_of(kPriority);

constexpr std::array kFields = {
    field<&Snapshot::heading>("format", Need::must, kText, "The kind of file.", "cpm/snapshot/1"),
    field<&Snapshot::county>("county", Need::must, kCounty, "The county, in lower case: `yolo`, `los-angeles`.",
                             "example"),
    field<&Snapshot::date>("date", Need::must, kDate, "The day on which the team agreed the scores.", "2026-03-15"),
    field<&Snapshot::status>("status", Need::must, kStatus, "`draft` while it is being filled in, then `final`.",
                             "draft"),
    field<&Snapshot::instrument>("instrument", Need::must, kInstrumentRef, "The items that were asked."),
    field<&Snapshot::administration>("administration", Need::should, kAdministration,
                                     "The first Snapshot, or a later one.", "baseline"),
    field<&Snapshot::number>("number", Need::may, kOrdinal, "Which follow-up it is.", "1"),
    field<&Snapshot::contact>("contact", Need::should, kContact, "Who answers questions about it."),
    field<&Snapshot::facilitator>("facilitator", Need::should, kFacilitator, "Who guided the team."),
    field<&Snapshot::participants>("participants", Need::should, kParticipants, "Who took part, by role."),
    field<&Snapshot::ratings>("ratings", Need::must, kRatings,
                              "The answers, by item id; an item not listed is missing."),
    field<&Snapshot::incomplete>("incomplete", Need::may, kIncompletes, "Items left unanswered in a final Snapshot."),
    field<&Snapshot::analysis>("analysis", Need::should, kAnalysis, "Strengths, opportunities and feasibility."),
    field<&Snapshot::priorities>("priorities", Need::should, kPriorities, "The 3 to 5 priorities for local planning."),
    field<&Snapshot::shared_with>("shared_with", Need::may, kTexts, "Who received it."),
};

}  // namespace

constexpr Record kSnapshotRecord{.noun = "Snapshot",
                                 .about = "Where are we now: the team's answers, its analysis and its priorities.",
                                 .id_key = "date",
                                 .title_key = {},
                                 .fields = kFields};

}  // namespace cpm::format
