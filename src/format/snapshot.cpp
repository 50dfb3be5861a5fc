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

constexpr Shape kInstrumentRef = record_of(kInstrumentRefRecord);

constexpr auto kSnapshotStatusChoices = choices<model::DocumentStatus>({
    "still being filled in",
    "agreed by the team",
});
constexpr Shape kSnapshotStatus = choice_of(kSnapshotStatusChoices);

constexpr auto kAdministrationChoices = choices<model::Administration>({
    "the first Snapshot",
    "a later one",
});
constexpr Shape kAdministration = choice_of(kAdministrationChoices);

constexpr auto kStateChoices = choices<model::RatingState>({
    "not answered yet",
    "does not apply to this county (say why in `note`)",
    "the team could not tell (say what is needed in `note`)",
});
constexpr Shape kState = choice_of(kStateChoices);
constexpr Shape kVotes = map_of(kScaleKey, kCount, "scale values");

constexpr std::array kRatingFields = {
    field<&Rating::score>("score", Need::may, kScore, "The score the team agreed on, one of the scale values.", "1")
        .called("rating|value|points|agreed score|answer|result"),
    field<&Rating::state>("state", Need::may, kState, "Why there is no score.", "missing").called("status"),
    field<&Rating::note>("note", Need::may, kText, "The reason for a state, or what is needed to answer.")
        .called("reason|why|explanation|notes"),
    field<&Rating::votes>("votes", Need::may, kVotes, "Number of people who voted for each value; never names.")
        .called("vote|voting|ballots"),
    field<&Rating::evidence>("evidence", Need::may, kTexts, "What supports it: a document, a record or a link.")
        .called("evidences|proof|sources|source|documentation|documents"),
    field<&Rating::comment>("comment", Need::may, kText, "What the team wants to remember.")
        .called("comments|remark|remarks|discussion|text|description"),
};
constexpr std::array<std::string_view, 2> kScoreOrState = {"score", "state"};
constexpr std::array kRatingOneOf = {OneOf{kScoreOrState}};
constexpr Record kRatingRecord{.noun = "rating",
                               .about = "The answer to one item: a score, or the reason why there is none.",
                               .id_key = {},
                               .title_key = {},
                               .fields = kRatingFields,
                               .one_of = kRatingOneOf,
                               .scalar_key = "score"};
constexpr Shape kRating = record_of(kRatingRecord);
constexpr Shape kRatings = map_of(kItemId, kRating, "item ids");

constexpr std::array kFacilitatorFields = {
    field<&Facilitator::name>("name", Need::may, kText, "Name, if you want to give it.").called("person|full name"),
    field<&Facilitator::role>("role", Need::may, kText, "Role.", "Regional Training Academy coach")
        .called("title|position|function"),
    field<&Facilitator::voted>("voted", Need::may, kFlag,
                               "Whether this person voted; facilitators guide and do not vote.", "false")
        .called("votes|voting"),
};
constexpr Record kFacilitatorRecord{.noun = "facilitator",
                                    .about = "Who guided the team.",
                                    .id_key = {},
                                    .title_key = "role",
                                    .fields = kFacilitatorFields,
                                    .scalar_key = "role"};
constexpr Shape kFacilitator = record_of(kFacilitatorRecord);

constexpr std::array kParticipantFields = {
    field<&Participant::role>("role", Need::must, kText, "Role; names are not needed.", "Supervisor")
        .called("title|position|function|who"),
    field<&Participant::organization>("organization", Need::may, kText, "Organization.", "County agency")
        .called("organisation|agency|org|department"),
    field<&Participant::count>("count", Need::may, kOrdinal, "How many people in this role.", "3")
        .called("number|how many|people|n"),
};
constexpr Record kParticipantRecord{.noun = "participant",
                                    .about = "People who took part, by role.",
                                    .id_key = {},
                                    .title_key = "role",
                                    .fields = kParticipantFields,
                                    .scalar_key = "role"};
constexpr Shape kParticipant = record_of(kParticipantRecord);
constexpr Shape kParticipants = list_of(kParticipant);

constexpr std::array kIncompleteFields = {
    field<&Incomplete::item>("item", Need::must, kItemId, "The item left unanswered.", "or-vision")
        .called("id|item id"),
    field<&Incomplete::reason>("reason", Need::must, kText, "Why it is unanswered.", "The data unit answers in April.")
        .called("why|note|notes|comment|because"),
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
    field<&Remark::items>("items", Need::must, kSomeItemIds, "The items it is about.").called("item|about|item ids"),
    field<&Remark::text>("text", Need::must, kText, "What the team says about them.",
                         "Supervisors already use the forms.")
        .called("remark|comment|comments|note|notes|description|statement|strength|opportunity"),
};
constexpr Record kRemarkRecord{.noun = "remark",
                               .about = "What the team says about some items.",
                               .id_key = "id",
                               .title_key = "text",
                               .fields = kRemarkFields};
constexpr Shape kRemark = record_of(kRemarkRecord);
constexpr Shape kRemarks = list_of(kRemark);

constexpr Shape kOpportunityId = id_of(Refers::opportunities);
constexpr std::array kFeasibilityFields = {
    field<&Feasibility::item>("item", Need::may, kItemId, "The item that this is about.", "wd-coaching")
        .called("item id"),
    field<&Feasibility::opportunity>("opportunity", Need::may, kOpportunityId,
                                     "Or the opportunity that this is about, with all its items."),
    field<&Feasibility::importance>("importance", Need::may, kOneToThree, "1 to 3; 3 is important.", "3")
        .called("important|impact|priority"),
    field<&Feasibility::feasibility>("feasibility", Need::may, kOneToThree, "1 to 3; 3 is easy.", "2")
        .called("feasible|ease|easy"),
    field<&Feasibility::text>("text", Need::may, kText, "What this judgment is based on.")
        .called("note|notes|comment|comments|reason|why|rationale"),
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
    field<&Analysis::strengths>("strengths", Need::should, kRemarks, "Strengths to build on.").called("strength"),
    field<&Analysis::opportunities>("opportunities", Need::should, kRemarks, "Opportunities for growth.")
        .called("opportunity|opportunities for growth|challenges|weaknesses|needs"),
    field<&Analysis::dismissed>("dismissed", Need::may, kRemarks,
                                "Items below the top value that the team leaves as they are, and why."),
    field<&Analysis::feasibility>("feasibility", Need::should, kFeasibilities, "Feasibility considerations.")
        .called("feasibility considerations|considerations"),
};
constexpr Record kAnalysisRecord{.noun = "analysis",
                                 .about = "What the team concludes from its answers.",
                                 .id_key = {},
                                 .title_key = {},
                                 .fields = kAnalysisFields};
constexpr Shape kAnalysis = record_of(kAnalysisRecord);

constexpr std::array kSnapshotPriorityFields = {
    field<&SnapshotPriority::id>("id", Need::must, kId, "A short name; the plan refers to it.", "p1")
        .called("no|nr|code|key|ref|priority id|priority number"),
    field<&SnapshotPriority::area>("area", Need::must, kAreaId, "The area it belongs to.", "wd")
        .called("focus area|domain|section|category|topic|capacity area|area id"),
    field<&SnapshotPriority::title>("title", Need::must, kText, "The priority in a few words.",
                                    "Coaching reaches every unit")
        .called("name|text|priority|statement|description|label|what"),
    field<&SnapshotPriority::items>("items", Need::should, kItemIds, "The items it is about.").called("item|about"),
    field<&SnapshotPriority::reason>("reason", Need::should, kText, "Why the team chose it.")
        .called("why|rationale|note|notes|comment|comments|because"),
    field<&SnapshotPriority::rank>("rank", Need::may, kOrdinal, "Its place in the order.", "1").called("order|number"),
};
constexpr Record kSnapshotPriorityRecord{.noun = "priority",
                                         .about = "A priority for local planning.",
                                         .id_key = "id",
                                         .title_key = "title",
                                         .fields = kSnapshotPriorityFields};
constexpr Shape kSnapshotPriority = record_of(kSnapshotPriorityRecord);
constexpr Shape kSnapshotPriorities = list_of(kSnapshotPriority);

constexpr std::array kSnapshotFields = {
    field<&Snapshot::heading>("format", Need::must, kText, "The kind of file.", "cpm/snapshot/1").apart(),
    field<&Snapshot::county>("county", Need::must, kCounty, "The county, in lower case: `yolo`, `los-angeles`.",
                             "example"),
    field<&Snapshot::date>("date", Need::must, kDate, "The day the team agreed on the scores.", "2026-03-15")
        .called("day|snapshot date|completed on|completed|agreed on|dated|date completed|date agreed"),
    field<&Snapshot::status>("status", Need::must, kSnapshotStatus,
                             "`draft` while it is being filled in, then `final`.", "draft")
        .called("state"),
    field<&Snapshot::instrument>("instrument", Need::must, kInstrumentRef, "The instrument whose items were asked.")
        .called("tool|questionnaire|form"),
    field<&Snapshot::administration>("administration", Need::should, kAdministration,
                                     "Whether this is the first Snapshot or a later one.", "baseline")
        .called("type|round|kind"),
    field<&Snapshot::number>("number", Need::may, kOrdinal, "Which follow-up it is.", "1")
        .called("round number|follow-up number"),
    field<&Snapshot::contact>("contact", Need::should, kContact, "Who answers questions about it.")
        .called("contact person|contacts")
        .apart(),
    field<&Snapshot::facilitator>("facilitator", Need::should, kFacilitator, "Who guided the team.")
        .called("facilitated by|facilitators|coach"),
    field<&Snapshot::participants>("participants", Need::should, kParticipants, "Who took part, by role.")
        .called("team|members|attendees|team members"),
    field<&Snapshot::ratings>("ratings", Need::must, kRatings,
                              "The answers, by item id; an item not listed is missing.")
        .called("scores|answers|responses|items|rating"),
    field<&Snapshot::incomplete>("incomplete", Need::may, kIncompletes, "Items left unanswered in a final Snapshot.")
        .called("missing|unanswered"),
    field<&Snapshot::analysis>("analysis", Need::should, kAnalysis, "Strengths, opportunities and feasibility."),
    field<&Snapshot::priorities>("priorities", Need::should, kSnapshotPriorities,
                                 "The 3 to 5 priorities for local planning.")
        .called("priority"),
    field<&Snapshot::shared_with>("shared_with", Need::may, kTexts, "Who received it.")
        .called("sent to|shared|distribution|recipients")
        .apart(),
    field<&Snapshot::approvals>("approvals", Need::may, kApprovals,
                                "Who has approved it; `cpm approve` adds entries, bound to the content.")
        .called("approval|approved by|signatures|approved|signed by|sign-off|adopted by")
        .apart(),
};

}  // namespace

constexpr Record kSnapshotRecord{.noun = "Snapshot",
                                 .about = "Where are we now: the team's answers, its analysis and its priorities.",
                                 .id_key = "date",
                                 .title_key = {},
                                 .fields = kSnapshotFields};

}  // namespace cpm::format
