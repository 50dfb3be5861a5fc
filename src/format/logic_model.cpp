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
    field<&Activity::text>("text", Need::must, kText, "What is done.", "Prepare a coach for each unit"),
    field<&Activity::objectives>("objectives", Need::may, kIds, "Objectives of the plan it belongs to."),
    field<&Activity::steps>("steps", Need::may, kIds, "Steps of the plan it belongs to."),
};
constexpr Record kActivityRecord{.noun = "activity",
                                 .about = "An implementation activity.",
                                 .id_key = "id",
                                 .title_key = "text",
                                 .fields = kActivityFields};
constexpr Shape kActivity = record_of(kActivityRecord);
constexpr Shape kActivities = list_of(kActivity, 1);

constexpr std::array kSourceKindChoices = {
    Choice{"existing", "there already: sign-in lists, meeting notes, a coaching log"},
    Choice{"new", "has to be started"},
};
constexpr Shape kSourceKind = choice_of(kSourceKindChoices);
constexpr std::array kSourceFields = {
    field<&DataSource::kind>("kind", Need::must, kSourceKind, "Whether the source is there already.", "existing"),
    field<&DataSource::name>("name", Need::must, kText, "Where the figure comes from.", "Coaching log"),
};
constexpr Record kSourceRecord{.noun = "data source",
                               .about = "Where a figure comes from.",
                               .id_key = {},
                               .title_key = "name",
                               .fields = kSourceFields};
constexpr Shape kSource = record_of(kSourceRecord);

constexpr Shape kMeasured = record_of(kMeasuredRecord);
constexpr Shape kSeries = list_of(kMeasured);

constexpr std::array kOutputFields = {
    field<&Output::id>("id", Need::must, kId, "A short name.", "u1"),
    field<&Output::activity>("activity", Need::must, kId, "The activity it comes from.", "a1"),
    field<&Output::text>("text", Need::must, kText, "A countable event or product.", "Coaches prepared"),
    field<&Output::unit>("unit", Need::may, kText, "What one of it is.", "coaches"),
    field<&Output::target>("target", Need::may, kDecimal, "How many are wanted.", "6"),
    field<&Output::source>("source", Need::should, kSource, "Where the figure comes from."),
    field<&Output::series>("series", Need::may, kSeries, "Figures so far."),
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
                                 "Two questions to one worker per unit"),
    field<&FeedbackLoop::cadence>("cadence", Need::should, kText, "How often.", "Quarterly"),
    field<&FeedbackLoop::sample>("sample", Need::may, kText, "Who is asked."),
};
constexpr Record kLoopRecord{.noun = "feedback loop",
                             .about = "How those who see the outcome best are asked.",
                             .id_key = {},
                             .title_key = "method",
                             .fields = kLoopFields};
constexpr Shape kLoop = record_of(kLoopRecord);

constexpr std::array kAreaChoices = {
    Choice{"practice", "child and family practice"},
    Choice{"partnerships", "partnerships"},
    Choice{"agency", "agency and system support"},
};
constexpr Shape kArea = choice_of(kAreaChoices);
constexpr std::array kPerspectiveChoices = {
    Choice{"families", "families see it best"},
    Choice{"staff", "staff see it best"},
    Choice{"partners", "partners see it best"},
};
constexpr Shape kPerspective = choice_of(kPerspectiveChoices);
constexpr Shape kPerspectives = list_of(kPerspective);

constexpr std::array kOutcomeFields = {
    field<&LogicOutcome::id>("id", Need::must, kId, "A short name; objectives of the plan may refer to it.", "lo1"),
    field<&LogicOutcome::text>("text", Need::must, kText, "The change one will see.", "Staff are coached regularly"),
    field<&LogicOutcome::area>("area", Need::should, kArea, "Where it is seen.", "agency"),
    field<&LogicOutcome::from>("from", Need::must, kSomeIds, "Activities and outputs it comes from."),
    field<&LogicOutcome::perspectives>("perspectives", Need::should, kPerspectives, "Who sees it best."),
    field<&LogicOutcome::source>("source", Need::may, kSource, "Where the figure comes from."),
    field<&LogicOutcome::feedback_loop>("feedback_loop", Need::should, kLoop, "How those who see it best are asked."),
    field<&LogicOutcome::critical>("critical", Need::may, kId,
                                   "The built-in outcome it stands for, such as `oc-coached`."),
    field<&LogicOutcome::series>("series", Need::may, kSeries, "Figures so far."),
};
constexpr Record kOutcomeRecord{.noun = "outcome",
                                .about = "A change in knowledge, skills, attitudes or behavior.",
                                .id_key = "id",
                                .title_key = "text",
                                .fields = kOutcomeFields};
constexpr Shape kOutcome = record_of(kOutcomeRecord);
constexpr Shape kOutcomes = list_of(kOutcome, 1);

constexpr std::array kFields = {
    field<&LogicModel::heading>("format", Need::must, kText, "The kind of file.", "cpm/logic-model/1"),
    field<&LogicModel::county>("county", Need::must, kCounty, "The county, in lower case: `yolo`, `los-angeles`.",
                               "example"),
    field<&LogicModel::title>("title", Need::may, kText, "Title.", "Our short-term logic model"),
    field<&LogicModel::plan>("plan", Need::should, kText, "The plan's file, from the root of the repository.",
                             "plans/2026-07.yaml"),
    field<&LogicModel::activities>("activities", Need::must, kActivities, "Implementation activities."),
    field<&LogicModel::outputs>("outputs", Need::must, kOutputs, "Countable products of the activities."),
    field<&LogicModel::outcomes>("outcomes", Need::must, kOutcomes, "Changes expected soon."),
};

}  // namespace

constexpr Record kLogicModelRecord{.noun = "logic model",
                                   .about = "Activities, outputs and short-term outcomes of a plan.",
                                   .id_key = {},
                                   .title_key = "title",
                                   .fields = kFields};

}  // namespace cpm::format
