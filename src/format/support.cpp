#include "model/support.h"

#include <array>

#include "format/bind.h"
#include "format/kinds.h"

namespace cpm::format {
namespace {

using model::Support;
using model::SupportFor;
using model::SupportNeed;

constexpr Shape kContact = record_of(kContactRecord);

constexpr std::array kCategoryChoices = {
    Choice{"rta", "training, coaching or facilitation by the Regional Training Academy"},
    Choice{"peer", "another county, or a group of counties"},
    Choice{"toolkit", "a tool of the toolkit catalogue"},
    Choice{"online", "a recorded webinar or a page"},
    Choice{"state", "the state department or a statewide body"},
    Choice{"internal", "the county's own people or means"},
    Choice{"consultant", "somebody paid for it"},
};
constexpr Shape kCategory = choice_of(kCategoryChoices);

constexpr std::array kStatusChoices = {
    Choice{"wanted", "not asked for yet"},
    Choice{"requested", "asked for"},
    Choice{"agreed", "promised"},
    Choice{"received", "given"},
    Choice{"declined", "refused, or given up on"},
};
constexpr Shape kStatus = choice_of(kStatusChoices);

constexpr std::array kForFields = {
    field<&SupportFor::step>("step", Need::may, kId, "A step of the plan.", "s1"),
    field<&SupportFor::objective>("objective", Need::may, kId, "Or an objective of the plan."),
    field<&SupportFor::priority>("priority", Need::may, kId, "Or a priority of the plan."),
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
    field<&SupportNeed::purpose>("for", Need::must, kFor, "The step, objective, priority or item that it helps."),
    field<&SupportNeed::category>("category", Need::must, kCategory, "Where it could come from.", "rta"),
    field<&SupportNeed::provider>("provider", Need::should, kText,
                                  "Who could give it; for `rta` the academy's id, such as `ncta`.", "ncta"),
    field<&SupportNeed::tool>("tool", Need::may, kToolId, "A tool of the toolkit catalogue."),
    field<&SupportNeed::request>("request", Need::must, kText, "What is asked for, ready to be sent.",
                                 "Two days of coaching for new coaches"),
    field<&SupportNeed::requested_on>("requested_on", Need::may, kDate, "The day on which it was asked for."),
    field<&SupportNeed::needed_by>("needed_by", Need::should, kDate, "The day by which it is needed.", "2026-10-01"),
    field<&SupportNeed::status>("status", Need::should, kStatus, "Where it stands.", "wanted"),
    field<&SupportNeed::note>("note", Need::may, kText, "What else should be known."),
};
constexpr Record kNeedRecord{.noun = "support need",
                             .about = "Something that would help to carry out the plan.",
                             .id_key = "id",
                             .title_key = "request",
                             .fields = kNeedFields};
constexpr Shape kNeed = record_of(kNeedRecord);
constexpr Shape kNeeds = list_of(kNeed, 1);

constexpr std::array kFields = {
    field<&Support::heading>("format", Need::must, kText, "The kind of file.", "cpm/support/1"),
    field<&Support::county>("county", Need::must, kCounty, "The county, in lower case: `yolo`, `los-angeles`.",
                            "example"),
    field<&Support::date>("date", Need::may, kDate, "The day on which the list was last gone through."),
    field<&Support::plan>("plan", Need::should, kText, "The plan's file, from the root of the repository.",
                          "plans/2026-07.yaml"),
    field<&Support::snapshot>("snapshot", Need::may, kText, "The Snapshot's file, for needs of items."),
    field<&Support::contact>("contact", Need::may, kContact, "Who answers questions about it."),
    field<&Support::needs>("needs", Need::must, kNeeds, "The support needs."),
};

}  // namespace

constexpr Record kSupportRecord{.noun = "support file",
                                .about = "What will support our progress: needs and requests.",
                                .id_key = {},
                                .title_key = {},
                                .fields = kFields};

}  // namespace cpm::format
