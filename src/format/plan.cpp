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

constexpr Shape kContact = record_of(kContactRecord);

constexpr std::array kSnapshotRefFields = {
    field<&SnapshotRef::file>("file", Need::may, kText, "Its file, from the root of the repository.",
                              "snapshots/2026-03-15.yaml"),
    field<&SnapshotRef::date>("date", Need::may, kDate, "Or its date."),
    field<&SnapshotRef::county>("county", Need::may, kCounty, "Its county, when it is named by date."),
};
constexpr std::array<std::string_view, 2> kFileOrDate = {"file", "date"};
constexpr std::array kSnapshotRefOneOf = {OneOf{kFileOrDate}};
constexpr Record kSnapshotRefRecord{.noun = "Snapshot reference",
                                    .about = "The Snapshot a plan follows: by file, or by county and date.",
                                    .id_key = {},
                                    .title_key = "file",
                                    .fields = kSnapshotRefFields,
                                    .one_of = kSnapshotRefOneOf};
constexpr Shape kSnapshotRef = record_of(kSnapshotRefRecord);

constexpr std::array kTeamFields = {
    field<&TeamMember::name>("name", Need::may, kText, "Name, if it should be known."),
    field<&TeamMember::role>("role", Need::must, kText, "Role.", "Program manager"),
    field<&TeamMember::organization>("organization", Need::may, kText, "Organization.", "County agency"),
    field<&TeamMember::part>("part", Need::may, kText, "What the person is there for.", "Training and coaching"),
};
constexpr Record kTeamRecord{.noun = "team member",
                             .about = "A member of the planning team.",
                             .id_key = {},
                             .title_key = "role",
                             .fields = kTeamFields};
constexpr Shape kTeamMember = record_of(kTeamRecord);
constexpr Shape kTeam = list_of(kTeamMember, 1);

constexpr std::array kHorizonFields = {
    field<&Horizon::start>("start", Need::must, kDate, "Target start date: the first action on any priority.",
                           "2026-07-01"),
    field<&Horizon::reassess>("reassess", Need::must, kDate,
                              "Target date for reassessment, usually 12 to 18 months later.", "2027-09-30"),
};
constexpr Record kHorizonRecord{.noun = "planning horizon",
                                .about = "From the first action to the reassessment.",
                                .id_key = {},
                                .title_key = {},
                                .fields = kHorizonFields};
constexpr Shape kHorizon = record_of(kHorizonRecord);

constexpr std::array kPriorityFields = {
    field<&PlanPriority::id>("id", Need::must, kId, "A short name; objectives refer to it.", "p1"),
    field<&PlanPriority::area>("area", Need::must, kAreaId, "The area it belongs to.", "wd"),
    field<&PlanPriority::title>("title", Need::must, kText, "The priority in a few words.",
                                "Coaching reaches every unit"),
    field<&PlanPriority::from_snapshot>("from_snapshot", Need::should, kId, "The id of the Snapshot's priority."),
    field<&PlanPriority::order>("order", Need::may, kOrdinal, "Which comes first.", "1"),
    field<&PlanPriority::reason>("reason", Need::may, kText,
                                 "Why it is here, above all when the Snapshot does not have it."),
    field<&PlanPriority::confirmed_on>("confirmed_on", Need::may, kDate,
                                       "When the team last looked at it again, after scores or the theory changed."),
};
constexpr Record kPriorityRecord{.noun = "priority",
                                 .about = "A priority of the plan.",
                                 .id_key = "id",
                                 .title_key = "title",
                                 .fields = kPriorityFields};
constexpr Shape kPriority = record_of(kPriorityRecord);
constexpr Shape kPriorities = list_of(kPriority, 1);

constexpr std::array kReviewFields = {
    field<&Review::date>("date", Need::must, kDate, "The day of the review.", "2026-10-15"),
    field<&Review::step>("step", Need::may, kId, "The step reviewed."),
    field<&Review::objective>("objective", Need::may, kId, "Or the objective reviewed."),
    field<&Review::status>("status", Need::may, kStepStatus, "The status found."),
    field<&Review::note>("note", Need::may, kText, "What was found."),
    field<&Review::change>("change", Need::may, kText, "What is changed because of it."),
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

constexpr Shape kLinks = record_of(kLinksRecord);
constexpr Shape kObjective = record_of(kObjectiveRecord);
constexpr Shape kObjectives = list_of(kObjective);
constexpr Shape kStep = record_of(kStepRecord);
constexpr Shape kSteps = list_of(kStep);

constexpr std::array kFields = {
    field<&Plan::heading>("format", Need::must, kText, "The kind of file.", "cpm/plan/1"),
    field<&Plan::county>("county", Need::must, kCounty, "The county, in lower case: `yolo`, `los-angeles`.", "example"),
    field<&Plan::date>("date", Need::must, kDate, "The day on which the plan was agreed.", "2026-06-15"),
    field<&Plan::contact>("contact", Need::may, kContact, "Who answers questions about it."),
    field<&Plan::snapshot>("snapshot", Need::should, kSnapshotRef, "The Snapshot it follows."),
    field<&Plan::team>("team", Need::must, kTeam, "The planning team."),
    field<&Plan::horizon>("horizon", Need::must, kHorizon, "From the first action to the reassessment."),
    field<&Plan::priorities>("priorities", Need::must, kPriorities,
                             "The 3 to 5 priorities brought over from the Snapshot."),
    field<&Plan::objectives>("objectives", Need::should, kObjectives, "The changes wanted, per priority."),
    field<&Plan::steps>("steps", Need::should, kSteps, "The action steps, per objective."),
    field<&Plan::reviews>("reviews", Need::may, kReviews, "What monitoring found; add, never rewrite."),
    field<&Plan::links>("links", Need::may, kLinks, "Where the plan appears in other plans."),
};

}  // namespace

constexpr Record kPlanRecord{.noun = "plan",
                             .about = "Where are we going and how do we get there.",
                             .id_key = {},
                             .title_key = {},
                             .fields = kFields};

}  // namespace cpm::format
