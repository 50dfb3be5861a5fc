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

constexpr std::array kAreaChoices = {
    Choice{"implementation", "implementation support"},
    Choice{"leadership", "leadership behaviors"},
    Choice{"practice", "practice behaviors"},
};
constexpr Shape kArea = choice_of(kAreaChoices);

constexpr std::array kScaleFields = {
    field<&FidelityScale::min>("min", Need::must, kScore, "The lowest value.", "1"),
    field<&FidelityScale::max>("max", Need::must, kScore, "The highest value.", "4"),
};
constexpr Record kScaleRecord{
    .noun = "scale", .about = "Lowest and highest value.", .id_key = {}, .title_key = {}, .fields = kScaleFields};
constexpr Shape kScale = record_of(kScaleRecord);
constexpr Shape kCounts = map_of(kScaleKey, kCount, "scale values");

constexpr std::array kMeasureFields = {
    field<&FidelityMeasure::id>("id", Need::must, kId, "A short name.", "m1"),
    field<&FidelityMeasure::text>("text", Need::must, kText, "What was asked.", "Leaders ask for feedback"),
    field<&FidelityMeasure::scale>("scale", Need::must, kScale, "The scale of the answers."),
    field<&FidelityMeasure::mean>("mean", Need::may, kDecimal, "The mean of the group.", "2.8"),
    field<&FidelityMeasure::counts>("counts", Need::may, kCounts, "Number of answers per value."),
};
constexpr Record kMeasureRecord{.noun = "measure",
                                .about = "One question of the tool, for the whole group.",
                                .id_key = "id",
                                .title_key = "text",
                                .fields = kMeasureFields};
constexpr Shape kMeasure = record_of(kMeasureRecord);
constexpr Shape kMeasures = list_of(kMeasure, 1);
constexpr Shape kPeriod = record_of(kPeriodRecord);

constexpr std::array kFields = {
    field<&Fidelity::heading>("format", Need::must, kText, "The kind of file.", "cpm/fidelity/1"),
    field<&Fidelity::county>("county", Need::must, kCounty, "The county, in lower case: `yolo`, `los-angeles`.",
                             "example"),
    field<&Fidelity::tool>("tool", Need::must, kText, "The fidelity tool that was used.", "Leadership fidelity tool"),
    field<&Fidelity::version>("version", Need::should, kText, "Its version, as text in quotes.", "1.0"),
    field<&Fidelity::area>("area", Need::must, kArea, "What it looks at.", "leadership"),
    field<&Fidelity::period>("period", Need::must, kPeriod, "When people answered."),
    field<&Fidelity::respondent_group>("respondent_group", Need::must, kText, "Who answered, as a group.",
                                       "Supervisors"),
    field<&Fidelity::n>("n", Need::must, kCount, "How many people answered.", "18"),
    field<&Fidelity::measures>("measures", Need::must, kMeasures, "Results of the whole group; never of a person."),
};

}  // namespace

constexpr Record kFidelityRecord{.noun = "fidelity file",
                                 .about = "Results of a fidelity tool as aggregates of a group.",
                                 .id_key = {},
                                 .title_key = "tool",
                                 .fields = kFields};

}  // namespace cpm::format
