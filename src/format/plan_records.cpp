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
using model::Responsible;
using model::SipLink;
using model::Step;

constexpr auto kStepStatusChoices = choices<model::StepStatus>({
    "nothing has been done yet",
    "work has begun",
    "finished on the day in `done_on`",
    "later than planned, as a review explains",
    "no longer planned, as a review explains",
});

constexpr auto kRhythmChoices = choices<model::Rhythm>();
constexpr Shape kRhythm = choice_of(
    kRhythmChoices,
    {.words =
         "as needed|as necessary|when needed|if needed|when necessary|on demand|on request|ad hoc|ongoing|on going|continuous|"
         "continuously|continual|continually|constantly|always|regularly|regular|periodically|frequently|often|varies|"
         "none|never|once|one time|n/a|na|tbd|to be determined",
     .help =
         "it names no rhythm: write how often at least, `month`, `quarter`, `half-year` or `year`, or take the line out"});

constexpr std::array kIndicatorFields = {
    field<&Indicator::text>("text", Need::must, kText, "What is counted or measured.", "Units with weekly coaching")
        .called("measure|name|description|title|indicator|statement"),
    field<&Indicator::unit>("unit", Need::may, kText, "What is counted.", "units").called("units"),
    field<&Indicator::baseline>("baseline", Need::may, kDecimal, "The figure at the start.", "2")
        .called("start|starting value|base"),
    field<&Indicator::target>("target", Need::may, kDecimal, "The figure to reach.", "12")
        .called("goal|aim|target value"),
    field<&Indicator::current>("current", Need::may, kDecimal, "The latest figure; by default the newest in `series`.",
                               "5")
        .called("now|actual|latest|current value")
        .apart(),
    field<&Indicator::series>("series", Need::may, kSeries, "Figures so far, by date.")
        .called("values|measurements|data|figures")
        .apart(),
};
constexpr Record kIndicatorRecord{.noun = "indicator",
                                  .about = "How people will see that the objective has been reached.",
                                  .id_key = {},
                                  .title_key = "text",
                                  .fields = kIndicatorFields,
                                  .scalar_key = "text"};
constexpr Shape kIndicator = record_of(kIndicatorRecord);

constexpr std::array kObjectiveFields = {
    field<&Objective::id>("id", Need::must, kId, "A short name; steps refer to it.", "o1")
        .called("number|no|nr|code|key|ref|objective id|objective number|goal id"),
    field<&Objective::priority>("priority", Need::must, kPriorityId, "The priority it serves.", "p1")
        .called("for|serves|priority id|under|priorities")
        .holder(),
    field<&Objective::statement>("statement", Need::must, kText,
                                 "The change that people will see, not what is done to get there.",
                                 "Every unit is coached at the agreed frequency")
        .called(
            "goal|text|title|objective|description|change|name|what|aim|smart goal|smart objective|measurable objective"),
    field<&Objective::indicator>("indicator", Need::should, kIndicator, "How people will see that it has been reached.")
        .called("measure|metric|measurement|kpi|how measured"),
    field<&Objective::outcome>("outcome", Need::may, kAnyOutcomeId,
                               "The outcome it serves, from the logic model or built in, such as `oc-coached`.")
        .called("result|serves outcome"),
    field<&Objective::confirmed_on>("confirmed_on", Need::may, kDate,
                                    "When the team last confirmed it, after scores or the theory changed.")
        .apart(),
};

constexpr std::array kResponsibleFields = {
    field<&Responsible::role>("role", Need::may, kText, "One leader, by role.", "Training manager")
        .called("title|position|who|lead|leader|owner|person|point person|job title"),
    field<&Responsible::team>("team", Need::may, kText, "Or one named team.")
        .called("group|unit|workgroup|committee|council|board|coalition|bureau"),
    field<&Responsible::name>("name", Need::may, kText, "Name, if you want to give it.").called("person|full name"),
};
constexpr std::array<std::string_view, 2> kRoleOrTeam = {"role", "team"};
constexpr std::array kResponsibleOneOf = {OneOf{kRoleOrTeam}};
constexpr Record kResponsibleRecord{.noun = "responsible leader",
                                    .about = "One leader by role, or one named team.",
                                    .id_key = {},
                                    .title_key = "role",
                                    .fields = kResponsibleFields,
                                    .one_of = kResponsibleOneOf,
                                    .others_go = "with",
                                    .scalar_key = "role"};
constexpr Shape kResponsible = record_of(kResponsibleRecord);

constexpr auto kAgencyChoices = choices<model::SipAgency>();
constexpr Shape kAgency = choice_of(kAgencyChoices);

constexpr std::array kSipFields = {
    field<&SipLink::period>("period", Need::may, kPeriod, "The period of the System Improvement Plan.")
        .called("years|cycle"),
    field<&SipLink::agency>("agency", Need::may, kAgency, "Whose chart of that plan the strategy is in.")
        .called("department|for|chart|whose"),
    field<&SipLink::measure_or_factor>("measure_or_factor", Need::may, kText,
                                       "The priority outcome measure or systemic factor.")
        .called("measure|factor|systemic factor|outcome measure"),
    field<&SipLink::strategy>("strategy", Need::must, kText, "The strategy of the System Improvement Plan.",
                              "Strategy 2: strengthen supervision")
        .called("text|name|title"),
    field<&SipLink::action_step>("action_step", Need::may, kText, "The action step in that plan.")
        .called("step|action"),
};
constexpr Record kSipRecord{.noun = "System Improvement Plan link",
                            .about = "Where it appears in the county's System Improvement Plan.",
                            .id_key = {},
                            .title_key = "strategy",
                            .fields = kSipFields,
                            .scalar_key = "strategy"};
constexpr Shape kSip = record_of(kSipRecord);
constexpr Shape kSips = list_of(kSip);

constexpr std::array kLinksFields = {
    field<&Links::sip>("sip", Need::may, kSips, "Places in the county's System Improvement Plan."),
};
constexpr Shape kStepLinks = record_of(kLinksRecord);

}  // namespace

constexpr Shape kStepStatus = choice_of(kStepStatusChoices);

namespace {

constexpr Shape kNeedId = id_of(Refers::needs);
constexpr Shape kNeedIds = list_of(kNeedId);

constexpr std::array kStepFields = {
    field<&Step::id>("id", Need::must, kId, "A short name, unique in the plan.", "s1")
        .called("number|no|nr|code|key|ref|step id|step number|step no"),
    field<&Step::objective>("objective", Need::must, kObjectiveId, "The objective it serves.", "o1")
        .called("goal|objectives|for|serves|under|objective id")
        .holder(),
    field<&Step::action>("action", Need::must, kText, "What is done.", "Name and prepare a coach for each unit")
        .called(
            "task|task name|text|what|activity|description|title|step|action step|name|action item|statement|to do|todo|do"),
    field<&Step::responsible>("responsible", Need::should, kResponsible, "One leader by role, or one named team.")
        .called(
            "owner|lead|leader|who|by whom|assigned to|assignee|responsible person|person responsible|responsible party|responsibility|"
            "assigned|accountable|person|people|point person|staff|contact|role|team|lead person|lead staff|poc|point of contact|"
            "persons responsible|people responsible|responsible persons|responsible staff|responsible parties"),
    field<&Step::with>(
        "with", Need::may, kTexts,
        "Roles, teams or organizations that take part beside the one responsible, such as Probation or a Tribe.")
        .called(
            "partners|partner|together with|with whom|others|others involved|also involved|in collaboration with|collaborators|"
            "supported by|assisted by|support staff|co leads|co lead|partner agencies|partner organizations|team members"),
    field<&Step::start>("start", Need::may, kTimeframe,
                        "When it starts; a month, or a quarter of the calendar year, counts from its first day.",
                        "2026-07-15")
        .called("start date|begin|begins|from|starts|start on|starts on"),
    field<&Step::due>("due", Need::may, kTimeframe,
                      "When it should be finished; a month or a quarter counts to its last day.", "2026-12-15")
        .called(
            "deadline|completion|completed|target date|target|due date|due by|due on|end|end date|finish|finish by|complete by|completion date|"
            "target completion date|by|until|to|when|by when|date|timeline|time frame|timeframe|target end date|eta|finish date|estimated completion|"
            "estimated completion date|expected completion"),
    field<&Step::monitor_on>("monitor_on", Need::should, kTimeframe,
                             "Target date for monitoring progress; with `monitor_every`, the first one.", "2026-10-15")
        .called(
            "monitor|monitored|monitored on|check in|check-in|next review|monitoring date|monitoring|review on|review date|check on|monitor date|target monitoring date|follow up on"),
    field<&Step::monitor_every>("monitor_every", Need::may, kRhythm,
                                "How often monitoring is repeated after `monitor_on`.")
        .called(
            "frequency|how often|monitoring frequency|monitor frequency|repeat|repeats|interval|every|cadence|reviewed every"),
    field<&Step::done_on>("done_on", Need::may, kDate, "The day it was finished.")
        .called(
            "completed|complete|completed on|done|finished|finished on|completion|date completed|completed date|date done|closed on|actual finish|actual end|actual completion|"
            "actual completion date")
        .apart(),
    field<&Step::status>("status", Need::should, kStepStatus, "Where it stands.", "not_started")
        .called("state|progress|current status|standing")
        .apart(),
    field<&Step::after>("after", Need::may, kStepIds, "Steps that must be done first.")
        .called(
            "depends on|dependency|dependencies|requires|predecessor|predecessors|prerequisite|prerequisites|blocked by|needs first"),
    field<&Step::supports>("supports", Need::may, kNeedIds, "Ids of the support needs that would help.")
        .called("support|support needs"),
    field<&Step::initiatives>("initiatives", Need::may, kTexts, "Other initiatives that it serves, such as SOP or CFT.")
        .called("initiative|programs|projects"),
    field<&Step::note>("note", Need::may, kText,
                       "What else should be known; what monitoring found belongs in a review.")
        .called("comment|comments|notes|remark|remarks"),
    field<&Step::links>("links", Need::may, kStepLinks, "Where it appears in other plans."),
};

}  // namespace

constexpr Record kObjectiveRecord{
    .noun = "objective",
    .about = "A change the team wants to see.",
    .id_key = "id",
    .title_key = "statement",
    .fields = kObjectiveFields,
    .notes_go = "write what was found as an entry of `reviews`, with `objective: …` and `note: …`"};

constexpr Record kStepRecord{
    .noun = "step", .about = "An action step.", .id_key = "id", .title_key = "action", .fields = kStepFields};

constexpr Record kLinksRecord{.noun = "group of links",
                              .about = "Where something appears in other plans.",
                              .id_key = {},
                              .title_key = {},
                              .fields = kLinksFields};

}  // namespace cpm::format
