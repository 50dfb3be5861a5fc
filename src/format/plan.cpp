#include <array>

#include "format/bind.h"
#include "format/kinds.h"
#include "format/plan_records.h"

namespace cpm::format {
namespace {

using model::Horizon;
using model::Plan;
using model::PlanPriority;
using model::Review;
using model::SnapshotRef;
using model::TeamMember;

constexpr std::array kSnapshotRefFields = {
    field<&SnapshotRef::file>("file", Need::may, kSnapshotFile,
                              "The path of its file, from the root of the repository.", "snapshots/2026-03-15.yaml")
        .called("path|filename|file name"),
    field<&SnapshotRef::date>("date", Need::may, kDate, "Or its date.").called("day|on"),
    field<&SnapshotRef::county>("county", Need::may, kCounty, "Its county, if you identify it by date."),
};
constexpr std::array<std::string_view, 2> kFileOrDate = {"file", "date"};
constexpr std::array kSnapshotRefOneOf = {OneOf{kFileOrDate}};
constexpr Record kSnapshotRefRecord{
    .noun = "Snapshot reference",
    .about = "The Snapshot that a plan follows, identified by file or by county and date.",
    .id_key = {},
    .title_key = "file",
    .fields = kSnapshotRefFields,
    .one_of = kSnapshotRefOneOf,
    .scalar_key = "file"};
constexpr Shape kSnapshotRef = record_of(kSnapshotRefRecord);

constexpr std::array kTeamFields = {
    field<&TeamMember::name>("name", Need::may, kText, "Name, if you want to give it."),
    field<&TeamMember::role>("role", Need::must, kText, "Role.", "Program manager")
        .called("title|position|job|job title|function"),
    field<&TeamMember::organization>("organization", Need::may, kText, "Organization.", "County agency")
        .called("organisation|agency|org|department|employer"),
    field<&TeamMember::part>("part", Need::may, kText, "What the person does on the team.", "Training and coaching")
        .called("responsibility|expertise|contribution|purpose"),
};
constexpr Record kTeamRecord{.noun = "team member",
                             .about = "A member of the planning team.",
                             .id_key = {},
                             .title_key = "role",
                             .fields = kTeamFields,
                             .scalar_key = "role"};
constexpr Shape kTeamMember = record_of(kTeamRecord);
constexpr Shape kTeam = list_of(kTeamMember, 1);

constexpr std::array kHorizonFields = {
    field<&Horizon::start>("start", Need::must, kDate, "Target start date: the first action on any priority.",
                           "2026-07-01")
        .called("from|begin|begins|start date|starts|start on|target start date|beginning|first day"),
    field<&Horizon::reassess>("reassess", Need::must, kDate,
                              "Target date for reassessment, usually 12 to 18 months later.", "2027-09-30")
        .called(
            "reassessment|reassess on|reassessment date|end|end date|to|until|target reassessment date|finish|finish date|"
            "review|review date|review on|through|last day|reassessed"),
};
constexpr Record kHorizonRecord{.noun = "planning horizon",
                                .about = "From the first action to the reassessment.",
                                .id_key = {},
                                .title_key = {},
                                .fields = kHorizonFields};
constexpr Shape kHorizon = record_of(kHorizonRecord);

constexpr Shape kFromSnapshot = id_of(Refers::snapshot_priorities);
constexpr Shape kTargets = map_of(kItemId, kScore, "item ids");

constexpr std::array kPriorityFields = {
    field<&PlanPriority::id>("id", Need::must, kId, "A short name; objectives refer to it.", "p1")
        .called("number|no|nr|code|key|ref|priority id|priority number"),
    field<&PlanPriority::area>("area", Need::must, kAreaId, "The area it belongs to.", "wd")
        .called("focus area|domain|section|category|topic|capacity area|area id"),
    field<&PlanPriority::title>("title", Need::must, kText, "The priority in a few words.",
                                "Coaching reaches every unit")
        .called("name|text|priority|statement|description|label|what"),
    field<&PlanPriority::from_snapshot>("from_snapshot", Need::should, kFromSnapshot,
                                        "The id of the Snapshot's priority.")
        .called("snapshot priority|snapshot"),
    field<&PlanPriority::targets>("targets", Need::may, kTargets,
                                  "The scores that the plan aims at in the next Snapshot, by item id.")
        .called(
            "target|target scores|target score|aims|aim|aims at|aimed at|scores aimed at|desired scores|goal scores"),
    field<&PlanPriority::order>("order", Need::may, kOrdinal, "Its place in the order; 1 comes first.", "1")
        .called("rank|number|position"),
    field<&PlanPriority::reason>("reason", Need::may, kText,
                                 "Why it is in the plan, especially if the Snapshot does not have it.")
        .called("why|rationale|because|note|notes|comment|comments"),
    field<&PlanPriority::confirmed_on>("confirmed_on", Need::may, kDate,
                                       "When the team last confirmed it, after scores or the theory changed.")
        .apart(),
};
constexpr Record kPriorityRecord{.noun = "priority",
                                 .about = "A priority of the plan.",
                                 .id_key = "id",
                                 .title_key = "title",
                                 .fields = kPriorityFields};
constexpr Shape kPriority = record_of(kPriorityRecord);
constexpr Shape kPriorities = list_of(kPriority, 1);

constexpr std::array kReviewFields = {
    field<&Review::date>("date", Need::must, kDate, "The day of the review.", "2026-10-15")
        .called("reviewed on|day|on|when"),
    field<&Review::step>("step", Need::may, kStepId, "The step reviewed."),
    field<&Review::objective>("objective", Need::may, kObjectiveId, "Or the objective reviewed."),
    field<&Review::status>("status", Need::may, kStepStatus, "The status that the review found.")
        .called("state|progress"),
    field<&Review::note>("note", Need::may, kText, "What the review found.")
        .called("notes|comment|comments|finding|findings|text|result|remarks"),
    field<&Review::change>("change", Need::may, kText, "What will change because of it.")
        .called("changes|adjustment|adjustments|next steps|next step"),
};
constexpr std::array<std::string_view, 2> kStepOrObjective = {"step", "objective"};
constexpr std::array kReviewOneOf = {OneOf{kStepOrObjective}};
constexpr Record kReviewRecord{.noun = "review",
                               .about = "What a monitoring meeting found.",
                               .id_key = {},
                               .title_key = "date",
                               .fields = kReviewFields,
                               .one_of = kReviewOneOf};
constexpr Shape kReview = record_of(kReviewRecord);
constexpr Shape kReviews = list_of(kReview);

constexpr Shape kPlanLinks = record_of(kLinksRecord);
constexpr Shape kObjective = record_of(kObjectiveRecord);
constexpr Shape kObjectives = list_of(kObjective);
constexpr Shape kStep = record_of(kStepRecord);
constexpr Shape kSteps = list_of(kStep);

constexpr std::array kPlanFields = {
    field<&Plan::heading>("format", Need::must, kText, "The kind of file.", "cpm/plan/1").apart(),
    field<&Plan::county>("county", Need::must, kCounty, "The county, in lower case: `yolo`, `los-angeles`.", "example")
        .called("county name|agency|name|county agency|jurisdiction"),
    field<&Plan::date>("date", Need::must, kDate, "The day the team agreed on the plan.", "2026-06-15")
        .called("plan date|agreed on|adopted on|dated|day|date agreed|date adopted|written on|completed"),
    field<&Plan::contact>("contact", Need::may, kContact, "Who answers questions about it.")
        .called("contact person|contacts")
        .apart(),
    field<&Plan::snapshot>("snapshot", Need::should, kSnapshotRef, "The Snapshot it follows.")
        .called("follows|based on"),
    field<&Plan::team>("team", Need::must, kTeam, "The planning team.")
        .called("planning team|members|team members|participants|people|staff|planners"),
    field<&Plan::horizon>("horizon", Need::must, kHorizon, "From the first action to the reassessment.")
        .called(
            "timeline|timeframe|time frame|planning horizon|period|dates|planning period|plan period|duration|term"),
    field<&Plan::priorities>("priorities", Need::must, kPriorities, "The 3 to 5 priorities from the Snapshot.")
        .called("priority|focus areas|priority areas|areas|focus|local priorities"),
    field<&Plan::objectives>("objectives", Need::should, kObjectives,
                             "The changes that the team wants, for each priority.")
        .called("goals|goal|objective|outcomes wanted|aims"),
    field<&Plan::steps>("steps", Need::should, kSteps, "The action steps for each objective.")
        .called("tasks|actions|action steps|activities|action items|step"),
    field<&Plan::reviews>("reviews", Need::may, kReviews, "What monitoring found; add entries, never rewrite them.")
        .called("review|monitoring|updates|progress notes")
        .apart(),
    field<&Plan::links>("links", Need::may, kPlanLinks, "Where the plan appears in other plans.")
        .called("sip|related plans"),
    field<&Plan::approvals>("approvals", Need::may, kApprovals,
                            "Who has approved it; `cpm approve` adds entries, bound to the content.")
        .called("approval|approved by|signatures|approved|signed by|sign-off|adopted by")
        .apart(),
};

}  // namespace

constexpr Record kPlanRecord{.noun = "plan",
                             .about = "Where are we going and how do we get there.",
                             .id_key = {},
                             .title_key = {},
                             .fields = kPlanFields};

}  // namespace cpm::format
