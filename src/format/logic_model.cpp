#include "model/logic_model.h"

#include <array>

#include "format/bind.h"
#include "format/kinds.h"

namespace cpm::format {
namespace {

using model::Activity;
using model::DataSource;
using model::FeedbackLoop;
using model::LogicModel;
using model::LogicOutcome;
using model::Output;

constexpr std::array kActivityFields = {
    field<&Activity::id>("id", Need::must, kId, "A short name.", "a1"),
    field<&Activity::text>("text", Need::must, kText, "What is done.", "Prepare a coach for each unit")
        .called("title|name|activity|description|action"),
    field<&Activity::objectives>("objectives", Need::may, kObjectiveIds, "The plan's objectives that it serves.")
        .called("objective|goals"),
    field<&Activity::steps>("steps", Need::may, kStepIds, "The plan's steps that it belongs to.").called("step|tasks"),
};
constexpr Record kActivityRecord{.noun = "activity",
                                 .about = "An implementation activity.",
                                 .id_key = "id",
                                 .title_key = "text",
                                 .fields = kActivityFields};
constexpr Shape kActivity = record_of(kActivityRecord);
constexpr Shape kActivities = list_of(kActivity, 1);

constexpr auto kSourceKindChoices = choices<model::SourceKind>({
    "it exists, such as sign-in lists, meeting notes or a coaching log",
    "it must be started",
});
constexpr Shape kSourceKind = choice_of(kSourceKindChoices);
constexpr std::array kSourceFields = {
    field<&DataSource::kind>("kind", Need::must, kSourceKind, "Whether the source already exists.", "existing")
        .called("type|status"),
    field<&DataSource::name>("name", Need::must, kText, "Where the figure comes from.", "Coaching log")
        .called("text|title|source"),
};
constexpr Record kSourceRecord{.noun = "data source",
                               .about = "Where a figure comes from.",
                               .id_key = {},
                               .title_key = "name",
                               .fields = kSourceFields,
                               .scalar_key = "name"};
constexpr Shape kSource = record_of(kSourceRecord);

constexpr Shape kActivityId = id_of(Refers::activities);
constexpr std::array kOutputFields = {
    field<&Output::id>("id", Need::must, kId, "A short name.", "u1"),
    field<&Output::activity>("activity", Need::must, kActivityId, "The activity it comes from.", "a1")
        .called("from|activities|comes from"),
    field<&Output::text>("text", Need::must, kText, "A countable event or product.", "Coaches prepared")
        .called("title|name|output|description|product"),
    field<&Output::unit>("unit", Need::may, kText, "What is counted.", "coaches").called("units"),
    field<&Output::target>("target", Need::may, kDecimal, "The number to reach.", "6").called("goal|aim|how many"),
    field<&Output::source>("source", Need::should, kSource, "Where the figure comes from.").called("data source|data"),
    field<&Output::series>("series", Need::may, kSeries, "Figures so far.").called("values|measurements|figures"),
};
constexpr Record kOutputRecord{.noun = "output",
                               .about = "A countable product of an activity.",
                               .id_key = "id",
                               .title_key = "text",
                               .fields = kOutputFields};
constexpr Shape kOutput = record_of(kOutputRecord);
constexpr Shape kOutputs = list_of(kOutput, 1);

constexpr std::array kLoopFields = {
    field<&FeedbackLoop::method>("method", Need::must, kText, "How people are asked.",
                                 "Two questions to one worker per unit")
        .called("how|text|description"),
    field<&FeedbackLoop::cadence>("cadence", Need::should, kText, "How often people are asked.", "Quarterly")
        .called("frequency|how often|interval"),
    field<&FeedbackLoop::sample>("sample", Need::may, kText, "Who is asked.").called("who|asked|respondents"),
};
constexpr Record kLoopRecord{.noun = "feedback loop",
                             .about = "How to ask the people who see the outcome best.",
                             .id_key = {},
                             .title_key = "method",
                             .fields = kLoopFields,
                             .scalar_key = "method"};
constexpr Shape kLoop = record_of(kLoopRecord);

constexpr auto kOutcomeAreaChoices = choices<model::OutcomeArea>();
constexpr Shape kOutcomeArea = choice_of(kOutcomeAreaChoices);
constexpr auto kPerspectiveChoices = choices<model::Perspective>({
    "families see it best",
    "staff see it best",
    "partners see it best",
});
constexpr Shape kPerspective = choice_of(kPerspectiveChoices);
constexpr Shape kPerspectives = list_of(kPerspective);

constexpr Shape kSourceId = id_of(Refers::sources);
constexpr Shape kSources = list_of(kSourceId, 1);
constexpr std::array kLogicOutcomeFields = {
    field<&LogicOutcome::id>("id", Need::must, kId, "A short name; objectives of the plan may refer to it.", "lo1"),
    field<&LogicOutcome::text>("text", Need::must, kText, "The change that people will see.",
                               "Staff are coached regularly")
        .called("title|name|outcome|description|statement"),
    field<&LogicOutcome::area>("area", Need::should, kOutcomeArea, "Where people will see it.", "agency"),
    field<&LogicOutcome::from>("from", Need::must, kSources, "Activities and outputs it comes from.")
        .called("activities|outputs|comes from|activity|output"),
    field<&LogicOutcome::perspectives>("perspectives", Need::should, kPerspectives, "Who sees it best.")
        .called("perspective|seen by|who sees it"),
    field<&LogicOutcome::source>("source", Need::may, kSource, "Where the figure comes from.")
        .called("data source|data"),
    field<&LogicOutcome::feedback_loop>("feedback_loop", Need::should, kLoop, "How to ask the people who see it best.")
        .called("feedback|loop"),
    field<&LogicOutcome::critical>("critical", Need::may, kOutcomeId,
                                   "The built-in outcome it matches, such as `oc-coached`.")
        .called("built-in outcome|stands for"),
    field<&LogicOutcome::series>("series", Need::may, kSeries, "Figures so far.").called("values|measurements|figures"),
};
constexpr Record kLogicOutcomeRecord{.noun = "outcome",
                                     .about = "A change in knowledge, skills, attitudes or behavior.",
                                     .id_key = "id",
                                     .title_key = "text",
                                     .fields = kLogicOutcomeFields};
constexpr Shape kLogicOutcome = record_of(kLogicOutcomeRecord);
constexpr Shape kOutcomes = list_of(kLogicOutcome, 1);

constexpr std::array kLogicModelFields = {
    field<&LogicModel::heading>("format", Need::must, kText, "The kind of file.", "cpm/logic-model/1"),
    field<&LogicModel::county>("county", Need::must, kCounty, "The county, in lower case: `yolo`, `los-angeles`.",
                               "example"),
    field<&LogicModel::title>("title", Need::may, kText, "Title.", "Our short-term logic model").called("name"),
    field<&LogicModel::plan>("plan", Need::should, kPlanFile,
                             "The path of the plan's file, from the root of the repository.", "plans/2026-07.yaml"),
    field<&LogicModel::activities>("activities", Need::must, kActivities, "Implementation activities.")
        .called("activity|inputs and activities"),
    field<&LogicModel::outputs>("outputs", Need::must, kOutputs, "Countable products of the activities.")
        .called("output"),
    field<&LogicModel::outcomes>("outcomes", Need::must, kOutcomes, "Changes expected in the short term.")
        .called("outcome|short-term outcomes|results"),
};

}  // namespace

constexpr Record kLogicModelRecord{.noun = "logic model",
                                   .about = "Activities, outputs and short-term outcomes of a plan.",
                                   .id_key = {},
                                   .title_key = "title",
                                   .fields = kLogicModelFields};

}  // namespace cpm::format
