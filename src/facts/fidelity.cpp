// Results of fidelity tools, as aggregates of groups that are large enough.
#include "score/fidelity.h"
#include "facts/rows.h"

namespace cpm::facts {
namespace {

struct MeasureFacts {
  const Source& source;
  const score::FidelityCheck& check;
  const model::FidelityMeasure& measure;
};

constexpr ColumnOf<MeasureFacts> kMeasureFile{kFile, of_file};
constexpr ColumnOf<MeasureFacts> kMeasureCounty{kCounty, of_county};
constexpr ColumnOf<MeasureFacts> kMeasureId{{"measure", Type::text, Need::key, "The question's id in the file."},
                                            [](const MeasureFacts& facts) -> Value { return cell(facts.measure.id); }};

constexpr std::array kFidelityColumns = {
    kMeasureFile,
    kMeasureId,
    kMeasureCounty,
    ColumnOf<MeasureFacts>{{"tool", Type::text, Need::must, "The fidelity tool."},
                           [](const MeasureFacts& facts) -> Value { return cell(facts.check.results->tool); }},
    ColumnOf<MeasureFacts>{{"version", Type::text, Need::may, "Its version."},
                           [](const MeasureFacts& facts) -> Value { return cell(facts.check.results->version); }},
    ColumnOf<MeasureFacts>{{"area", Type::choice, Need::must, "What it looks at.", keys_of<model::FidelityArea>},
                           [](const MeasureFacts& facts) -> Value { return choice_cell(facts.check.results->area); }},
    ColumnOf<MeasureFacts>{{"period_from", Type::date, Need::must, "The first day on which people answered."},
                           [](const MeasureFacts& facts) -> Value { return cell(facts.check.results->period.from); }},
    ColumnOf<MeasureFacts>{{"period_to", Type::date, Need::must, "The last day."},
                           [](const MeasureFacts& facts) -> Value { return cell(facts.check.results->period.to); }},
    ColumnOf<MeasureFacts>{
        {"respondents", Type::text, Need::may, "Who answered, as a group."},
        [](const MeasureFacts& facts) -> Value { return cell(facts.check.results->respondent_group); }},
    ColumnOf<MeasureFacts>{{"suppressed", Type::flag, Need::must,
                            "Fewer people answered than the county lets be shown: then there are no figures."},
                           [](const MeasureFacts& facts) -> Value { return facts.check.suppressed; }},
    ColumnOf<MeasureFacts>{{"answered", Type::whole, Need::may, "How many people answered; none if it is suppressed."},
                           [](const MeasureFacts& facts) -> Value {
                             return facts.check.suppressed ? Value{} : cell(facts.check.results->n);
                           }},
    ColumnOf<MeasureFacts>{{"text", Type::prose, Need::may, "What was asked."},
                           [](const MeasureFacts& facts) -> Value { return cell(facts.measure.text); }},
    ColumnOf<MeasureFacts>{{"lowest", Type::whole, Need::may, "The lowest value of the scale."},
                           [](const MeasureFacts& facts) -> Value {
                             return facts.measure.scale ? cell(facts.measure.scale->min) : Value{};
                           }},
    ColumnOf<MeasureFacts>{{"highest", Type::whole, Need::may, "The highest value of the scale."},
                           [](const MeasureFacts& facts) -> Value {
                             return facts.measure.scale ? cell(facts.measure.scale->max) : Value{};
                           }},
    ColumnOf<MeasureFacts>{
        {"mean", Type::decimal, Need::may,
         "The mean, as given or out of the counts, rounded to one decimal; none if it is suppressed."},
        [](const MeasureFacts& facts) -> Value {
          const auto mean = score::mean_of(facts.check, *facts.measure.id);
          if (!mean) return {};
          return base::Decimal{.units = base::tenths(*mean, 1).value, .places = 1};
        }},
};
constexpr auto kFidelityHeads = heads(kFidelityColumns);

struct AnswerFacts {
  const Source& source;
  const model::FidelityMeasure& measure;
  const model::Keyed<model::LocatedWhole>& count;
};

constexpr std::array<ColumnOf<AnswerFacts>, 5> kFidelityCountColumns = {{
    {kFile, of_file},
    {{"measure", Type::text, Need::key, "The question."},
     [](const AnswerFacts& facts) -> Value { return cell(facts.measure.id); }},
    {{"value", Type::text, Need::key, "A value of its scale."},
     [](const AnswerFacts& facts) -> Value { return cell(facts.count.key); }},
    {kCounty, of_county},
    {{"answers", Type::whole, Need::must, "How many people chose it."},
     [](const AnswerFacts& facts) -> Value { return cell(facts.count.value); }},
}};
constexpr auto kFidelityCountHeads = heads(kFidelityCountColumns);

constexpr Reference kOfFidelityFile[] = {{"file", "files"}};
constexpr Reference kOfMeasure[] = {{"file, measure", "fidelity"}};

}  // namespace

constexpr Table kFidelityTable{.name = "fidelity",
                               .about = "one row a question of a check with a fidelity tool",
                               .columns = kFidelityHeads,
                               .references = kOfFidelityFile};
constexpr Table kFidelityCountTable{
    .name = "fidelity_counts",
    .about = "one row a value of the scale with its answers; only where no value was chosen by too few people",
    .columns = kFidelityCountHeads,
    .references = kOfMeasure};

void add_fidelity(Rows& rows, const Source& source, const model::Workspace& workspace) {
  const score::FidelitySeries series = score::fidelity_series({&source.document}, workspace).front();
  const score::FidelityCheck& check = series.checks.front();
  for (const model::FidelityMeasure& measure : check.results->measures) {
    rows.add(kFidelityTable, kFidelityColumns, MeasureFacts{.source = source, .check = check, .measure = measure});
    if (!score::shows_counts(check, measure)) continue;
    for (const model::Keyed<model::LocatedWhole>& count : measure.counts)
      rows.add(kFidelityCountTable, kFidelityCountColumns,
               AnswerFacts{.source = source, .measure = measure, .count = count});
  }
}

}  // namespace cpm::facts
