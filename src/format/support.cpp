#include "model/support.h"

#include <array>

#include "format/bind.h"
#include "format/kinds.h"

namespace cpm::format {
namespace {

using model::Support;
using model::SupportFor;
using model::SupportNeed;

constexpr auto kCategoryChoices = choices<model::SupportCategory>({
    "training, coaching or facilitation by the Regional Training Academy",
    "another county, or a group of counties",
    "a tool from the toolkit catalog",
    "a recorded webinar or a page",
    "the state department or a statewide body",
    "the county's own people or resources",
    "a paid provider",
});
constexpr Shape kCategory = choice_of(kCategoryChoices);

constexpr auto kSupportStatusChoices = choices<model::SupportStatus>({
    "not requested yet",
    "the request has been sent",
    "promised",
    "given",
    "refused, or given up on",
});
constexpr Shape kSupportStatus = choice_of(kSupportStatusChoices);

constexpr std::array kForFields = {
    field<&SupportFor::step>("step", Need::may, kStepId, "A step of the plan.", "s1"),
    field<&SupportFor::objective>("objective", Need::may, kObjectiveId, "Or an objective of the plan."),
    field<&SupportFor::priority>("priority", Need::may, kPriorityId, "Or a priority of the plan."),
    field<&SupportFor::item>("item", Need::may, kItemId, "Or an item of the Snapshot."),
};
constexpr std::array<std::string_view, 4> kOnePurpose = {"step", "objective", "priority", "item"};
constexpr std::array kForOneOf = {OneOf{kOnePurpose}};
constexpr Record kForRecord{.noun = "purpose",
                            .about = "What the support is for.",
                            .id_key = {},
                            .title_key = {},
                            .fields = kForFields,
                            .one_of = kForOneOf};
constexpr Shape kFor = record_of(kForRecord);

constexpr std::array kNeedFields = {
    field<&SupportNeed::id>("id", Need::must, kId, "A short name; steps refer to it.", "n1"),
    field<&SupportNeed::purpose>("for", Need::must, kFor, "The step, objective, priority or item that it helps.")
        .called("purpose|helps|supports|target"),
    field<&SupportNeed::category>("category", Need::must, kCategory, "Where it could come from.", "rta")
        .called("type|kind|source"),
    field<&SupportNeed::provider>("provider", Need::should, kText,
                                  "Who could give it; for `rta` the academy's id, such as `ncta`.", "ncta")
        .called("from|who|provided by|source of support|supplier|academy"),
    field<&SupportNeed::tool>("tool", Need::may, kToolId, "A tool from the toolkit catalog.").called("toolkit tool"),
    field<&SupportNeed::request>("request", Need::must, kText, "What you ask for, ready to send.",
                                 "Two days of coaching for new coaches")
        .called("text|need|description|what|title|ask|support"),
    field<&SupportNeed::requested_on>("requested_on", Need::may, kDate, "The day it was requested.")
        .called("requested|asked on|request date|date requested")
        .apart(),
    field<&SupportNeed::needed_by>("needed_by", Need::should, kTimeframe,
                                   "When it is needed: by a day, or within a month or a quarter.", "2026-10-01")
        .called("due|deadline|by|due date|needed|target date|needed on"),
    field<&SupportNeed::status>("status", Need::should, kSupportStatus, "Where it stands.", "wanted")
        .called("state|progress")
        .apart(),
    field<&SupportNeed::note>("note", Need::may, kText, "What else should be known.")
        .called("notes|comment|comments|remark|remarks"),
};
constexpr Record kNeedRecord{.noun = "support need",
                             .about = "Something that would help to carry out the plan.",
                             .id_key = "id",
                             .title_key = "request",
                             .fields = kNeedFields};
constexpr Shape kNeed = record_of(kNeedRecord);
constexpr Shape kSupportNeeds = list_of(kNeed, 1);

constexpr std::array kSupportFields = {
    field<&Support::heading>("format", Need::must, kText, "The kind of file.", "cpm/support/1").apart(),
    field<&Support::county>("county", Need::must, kCounty, "The county, in lower case: `yolo`, `los-angeles`.",
                            "example"),
    field<&Support::date>("date", Need::may, kDate, "The day the list was last reviewed.")
        .called("updated|updated on|reviewed on|dated")
        .apart(),
    field<&Support::plan>("plan", Need::should, kPlanFile,
                          "The path of the plan's file, from the root of the repository.", "plans/2026-07.yaml"),
    field<&Support::snapshot>("snapshot", Need::may, kSnapshotFile, "The Snapshot's file, for needs that name items."),
    field<&Support::contact>("contact", Need::may, kContact, "Who answers questions about it.")
        .called("contact person|contacts")
        .apart(),
    field<&Support::needs>("needs", Need::must, kSupportNeeds, "The support needs.")
        .called("requests|supports|support needs|need"),
    field<&Support::approvals>("approvals", Need::may, kApprovals,
                               "Who has approved it; `cpm approve` adds entries, bound to the content.")
        .called("approval|approved by|signatures|approved|signed by|sign-off|adopted by")
        .apart(),
};

}  // namespace

constexpr Record kSupportRecord{.noun = "support file",
                                .about = "What will support our progress: needs and requests.",
                                .id_key = {},
                                .title_key = {},
                                .fields = kSupportFields};

}  // namespace cpm::format
