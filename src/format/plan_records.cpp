#include "format/plan_records.h"

#include <array>

#include "format/bind.h"
#include "format/kinds.h"
#include "model/plan.h"

namespace cpm::format {
namespace {

using model::Indicator;
using model::Links;
using model::Objective;
using model::Period;
using model::Responsible;
using model::SipLink;
using model::Step;

constexpr std::array kStepStatusChoices = {
    Choice{"not_started", "nothing has been done yet"},
    Choice{"in_progress", "work has begun"},
    Choice{"done", "finished; `done_on` says when"},
    Choice{"delayed", "later than planned; a review says why"},
    Choice{"dropped", "no longer planned; a review says why"},
};

constexpr Shape kMeasured = record_of(kMeasuredRecord);
constexpr Shape kSeries = list_of(kMeasured);

constexpr std::array kIndicatorFields = {
    field<&Indicator::text>("text", Need::must, kText, "What is counted or measured.", "Units with weekly coaching"),
    field<&Indicator::unit>("unit", Need::may, kText, "What one of it is.", "units"),
    field<&Indicator::baseline>("baseline", Need::may, kDecimal, "The figure at the start.", "2"),
    field<&Indicator::target>("target", Need::may, kDecimal, "The figure wanted.", "12"),
    field<&Indicator::current>("current", Need::may, kDecimal,
                               "The latest figure; without it, the newest of `series` counts.", "5"),
    field<&Indicator::series>("series", Need::may, kSeries, "Figures so far, by date."),
};
constexpr Record kIndicatorRecord{.noun = "indicator",
                                  .about = "How one will see that the objective is reached.",
                                  .id_key = {},
                                  .title_key = "text",
                                  .fields = kIndicatorFields};
constexpr Shape kIndicator = record_of(kIndicatorRecord);

constexpr std::array kObjectiveFields = {
    field<&Objective::id>("id", Need::must, kId, "A short name; steps refer to it.", "o1"),
    field<&Objective::priority>("priority", Need::must, kId, "The priority it serves.", "p1"),
    field<&Objective::statement>("statement", Need::must, kText, "The change one will see; not what is done for it.",
                                 "Every unit is coached at the agreed frequency"),
    field<&Objective::indicator>("indicator", Need::should, kIndicator, "How one will see that it is reached."),
    field<&Objective::outcome>("outcome", Need::may, kId,
                               "The outcome it serves: of the logic model, or built in such as `oc-coached`."),
    field<&Objective::confirmed_on>("confirmed_on", Need::may, kDate,
                                    "When the team last looked at it again, after scores or the theory changed."),
};

constexpr std::array kResponsibleFields = {
    field<&Responsible::role>("role", Need::may, kText, "One leader, by role.", "Training manager"),
    field<&Responsible::team>("team", Need::may, kText, "Or one named team."),
    field<&Responsible::name>("name", Need::may, kText, "Name, if it should be known."),
};
constexpr std::array<std::string_view, 2> kRoleOrTeam = {"role", "team"};
constexpr std::array kResponsibleOneOf = {OneOf{kRoleOrTeam}};
constexpr Record kResponsibleRecord{.noun = "responsible leader",
                                    .about = "One leader by role, or one named team.",
                                    .id_key = {},
                                    .title_key = "role",
                                    .fields = kResponsibleFields,
                                    .one_of = kResponsibleOneOf};
constexpr Shape kResponsible = record_of(kResponsibleRecord);

constexpr std::array kPeriodFields = {
    field<&Period::from>("from", Need::must, kDate, "First day.", "2024-07-01"),
    field<&Period::to>("to", Need::must, kDate, "Last day.", "2029-06-30"),
};
constexpr Shape kPeriod = record_of(kPeriodRecord);

constexpr std::array kSipFields = {
    field<&SipLink::period>("period", Need::may, kPeriod, "The period of the System Improvement Plan."),
    field<&SipLink::measure_or_factor>("measure_or_factor", Need::may, kText,
                                       "The priority outcome measure or systemic factor."),
    field<&SipLink::strategy>("strategy", Need::must, kText, "The strategy of the System Improvement Plan.",
                              "Strategy 2: strengthen supervision"),
    field<&SipLink::action_step>("action_step", Need::may, kText, "The action step there."),
};
constexpr Record kSipRecord{.noun = "System Improvement Plan link",
                            .about = "Where it appears in the county's System Improvement Plan.",
                            .id_key = {},
                            .title_key = "strategy",
                            .fields = kSipFields};
constexpr Shape kSip = record_of(kSipRecord);
constexpr Shape kSips = list_of(kSip);

constexpr std::array kLinksFields = {
    field<&Links::sip>("sip", Need::may, kSips, "Places in the county's System Improvement Plan."),
};
constexpr Shape kLinks = record_of(kLinksRecord);

}  // namespace

constexpr Record kPeriodRecord{
    .noun = "period", .about = "First and last day.", .id_key = {}, .title_key = {}, .fields = kPeriodFields};

constexpr Shape kStepStatus = choice_of(kStepStatusChoices);

namespace {

constexpr std::array kStepFields = {
    field<&Step::id>("id", Need::must, kId, "A short name, unique in the plan.", "s1"),
    field<&Step::objective>("objective", Need::must, kId, "The objective it serves.", "o1"),
    field<&Step::action>("action", Need::must, kText, "What is done.", "Name and prepare a coach for each unit"),
    field<&Step::responsible>("responsible", Need::should, kResponsible, "One leader by role, or one named team."),
    field<&Step::start>("start", Need::may, kDate, "When it begins.", "2026-07-15"),
    field<&Step::due>("due", Need::may, kDate, "When it should be finished.", "2026-12-15"),
    field<&Step::monitor_on>("monitor_on", Need::should, kDate, "Target date for monitoring progress.", "2026-10-15"),
    field<&Step::done_on>("done_on", Need::may, kDate, "The day it was finished."),
    field<&Step::status>("status", Need::should, kStepStatus, "Where it stands.", "not_started"),
    field<&Step::after>("after", Need::may, kIds, "Steps that have to be done before."),
    field<&Step::supports>("supports", Need::may, kIds, "Ids of the support needs that would help."),
    field<&Step::initiatives>("initiatives", Need::may, kTexts, "Initiatives it serves as well, such as SOP or CFT."),
    field<&Step::links>("links", Need::may, kLinks, "Where it appears in other plans."),
};

}  // namespace

constexpr Record kObjectiveRecord{.noun = "objective",
                                  .about = "A change the team wants to see.",
                                  .id_key = "id",
                                  .title_key = "statement",
                                  .fields = kObjectiveFields};

constexpr Record kStepRecord{
    .noun = "step", .about = "An action step.", .id_key = "id", .title_key = "action", .fields = kStepFields};

constexpr Record kLinksRecord{.noun = "group of links",
                              .about = "Where something appears in other plans.",
                              .id_key = {},
                              .title_key = {},
                              .fields = kLinksFields};

}  // namespace cpm::format
