#include "model/fidelity.h"

#include <array>

#include "format/bind.h"
#include "format/kinds.h"
#include "format/plan_records.h"

namespace cpm::format {
namespace {

using model::Fidelity;
using model::FidelityMeasure;
using model::FidelityScale;

constexpr auto kFidelityAreaChoices = choices<model::FidelityArea>();
constexpr Shape kFidelityArea = choice_of(kFidelityAreaChoices);

constexpr std::array kFidelityScaleFields = {
    field<&FidelityScale::min>("min", Need::must, kCount, "The lowest value.", "1").called("minimum|lowest|from|low"),
    field<&FidelityScale::max>("max", Need::must, kCount, "The highest value.", "4").called("maximum|highest|to|high"),
};
constexpr Record kFidelityScaleRecord{.noun = "scale",
                                      .about = "Lowest and highest value.",
                                      .id_key = {},
                                      .title_key = {},
                                      .fields = kFidelityScaleFields};
constexpr Shape kFidelityScale = record_of(kFidelityScaleRecord);
constexpr Shape kCounts = map_of(kScaleKey, kCount, "scale values");

constexpr std::array kMeasureFields = {
    field<&FidelityMeasure::id>("id", Need::must, kId, "A short name.", "m1"),
    field<&FidelityMeasure::text>("text", Need::must, kText, "What was asked.", "Leaders ask for feedback")
        .called("question|title|name|description|item"),
    field<&FidelityMeasure::scale>("scale", Need::must, kFidelityScale, "The scale of the answers."),
    field<&FidelityMeasure::mean>("mean", Need::may, kDecimal, "The mean of the group.", "2.8").called("average|avg"),
    field<&FidelityMeasure::counts>("counts", Need::may, kCounts, "The number of answers for each value.")
        .called("answers|distribution|votes"),
};
constexpr Record kMeasureRecord{.noun = "measure",
                                .about = "One question of the tool, for the whole group.",
                                .id_key = "id",
                                .title_key = "text",
                                .fields = kMeasureFields};
constexpr Shape kMeasure = record_of(kMeasureRecord);
constexpr Shape kMeasures = list_of(kMeasure, 1);

constexpr std::array kFidelityFields = {
    field<&Fidelity::heading>("format", Need::must, kText, "The kind of file.", "cpm/fidelity/1"),
    field<&Fidelity::county>("county", Need::must, kCounty, "The county, in lower case: `yolo`, `los-angeles`.",
                             "example"),
    field<&Fidelity::tool>("tool", Need::must, kText, "The fidelity tool that was used.", "Leadership fidelity tool")
        .called("instrument|survey"),
    field<&Fidelity::version>("version", Need::should, kText, "Its version, as text in quotes.", "1.0"),
    field<&Fidelity::area>("area", Need::must, kFidelityArea, "What it looks at.", "leadership"),
    field<&Fidelity::period>("period", Need::must, kPeriod, "When people answered.").called("dates|time"),
    field<&Fidelity::respondent_group>("respondent_group", Need::must, kText, "Who answered, as a group.",
                                       "Supervisors")
        .called("respondents|group|who"),
    field<&Fidelity::n>("n", Need::must, kCount, "How many people answered.", "18")
        .called("count|respondent count|number|size"),
    field<&Fidelity::measures>("measures", Need::must, kMeasures, "Results for the whole group, never for one person.")
        .called("questions|results|items"),
};

}  // namespace

constexpr Record kFidelityRecord{.noun = "fidelity file",
                                 .about = "Results of a fidelity tool for a whole group.",
                                 .id_key = {},
                                 .title_key = "tool",
                                 .fields = kFidelityFields};

}  // namespace cpm::format
