// The sums that `cpm score` makes of a Snapshot, so that whoever adds up the ratings can see that it is the same.
#include "facts/rows.h"

namespace cpm::facts {
namespace {

struct ScoreFacts {
  const Source& source;
  const score::Figures& figures;
  const model::Area* area = nullptr;  ///< nullptr: all items
};

template <std::int64_t score::Figures::*Figure>
constexpr auto figure = [](const ScoreFacts& facts) -> Value { return facts.figures.*Figure; };

constexpr ColumnOf<ScoreFacts> kItems{{"items", Type::whole, Need::must, "Items asked."},
                                      figure<&score::Figures::items>};
constexpr ColumnOf<ScoreFacts> kScored{{"scored", Type::whole, Need::must, "Items with a score."},
                                       figure<&score::Figures::scored>};
constexpr ColumnOf<ScoreFacts> kMissing{{"missing", Type::whole, Need::must, "Items without an answer."},
                                        figure<&score::Figures::missing>};
constexpr ColumnOf<ScoreFacts> kDontKnow{{"dont_know", Type::whole, Need::must, "Items answered with don't know."},
                                         figure<&score::Figures::dont_know>};
constexpr ColumnOf<ScoreFacts> kNotApplicable{
    {"not_applicable", Type::whole, Need::must, "Items that do not apply; no figure counts them."},
    figure<&score::Figures::not_applicable>};
constexpr ColumnOf<ScoreFacts> kPoints{{"points", Type::whole, Need::must, "The sum of the scores."},
                                       figure<&score::Figures::points>};
constexpr ColumnOf<ScoreFacts> kPossible{
    {"possible", Type::whole, Need::must, "The top value times the items with a score. `points / possible` is exact."},
    figure<&score::Figures::possible>};
constexpr ColumnOf<ScoreFacts> kTop{{"top", Type::whole, Need::must, "The top value of the scale."},
                                    figure<&score::Figures::top>};
constexpr ColumnOf<ScoreFacts> kPercent{
    {"percent", Type::decimal, Need::may,
     "100 * points / possible, rounded to one decimal, halves away from zero; none if no item has a score."},
    [](const ScoreFacts& facts) -> Value { return percent_cell(score::share(facts.figures)); }};
constexpr ColumnOf<ScoreFacts> kLow{
    {"low", Type::decimal, Need::may,
     "The percent if each missing answer and each don't-know were 0: 100 * points / (top * (scored + missing + "
     "dont_know))."},
    [](const ScoreFacts& facts) -> Value { return percent_cell(score::lowest_share(facts.figures)); }};
constexpr ColumnOf<ScoreFacts> kHigh{
    {"high", Type::decimal, Need::may, "The percent if each of them were the top value."},
    [](const ScoreFacts& facts) -> Value { return percent_cell(score::highest_share(facts.figures)); }};

constexpr ColumnOf<ScoreFacts> kScoreFile{kFile, of_file};
constexpr ColumnOf<ScoreFacts> kScoreCounty{kCounty, of_county};
constexpr ColumnOf<ScoreFacts> kScoreDate{kSnapshotDate, of_date};
constexpr ColumnOf<ScoreFacts> kScoreInstrument{kInstrument, of_instrument};
constexpr ColumnOf<ScoreFacts> kScoreArea{{"area", Type::text, Need::key, "The area."},
                                          [](const ScoreFacts& facts) -> Value { return cell(facts.area->id); }};

constexpr std::array kAreaScoreColumns = {
    kScoreFile,     kScoreArea, kScoreCounty, kScoreDate, kScoreInstrument, kItems, kScored, kMissing, kDontKnow,
    kNotApplicable, kPoints,    kPossible,    kTop,       kPercent,         kLow,   kHigh};
constexpr auto kAreaScoreHeads = heads(kAreaScoreColumns);
constexpr std::array kTotalScoreColumns = {
    kScoreFile, kScoreCounty, kScoreDate, kScoreInstrument, kItems, kScored, kMissing, kDontKnow, kNotApplicable,
    kPoints,    kPossible,    kTop,       kPercent,         kLow,   kHigh};
constexpr auto kTotalScoreHeads = heads(kTotalScoreColumns);

constexpr Reference kOfScoredArea[] = {{"file", "snapshots"}, {"instrument_file, area", "areas"}};
constexpr Reference kOfScored[] = {{"file", "snapshots"}};

}  // namespace

constexpr Table kAreaScoreTable{.name = "area_scores",
                                .about = "one row an area of a Snapshot, as `cpm score` adds it up",
                                .columns = kAreaScoreHeads,
                                .references = kOfScoredArea};
constexpr Table kTotalScoreTable{.name = "total_scores",
                                 .about = "one row a Snapshot: all its items together, not the mean of its areas",
                                 .columns = kTotalScoreHeads,
                                 .references = kOfScored};

void add_scores(Rows& rows, const Source& source, const score::Scorecard& card) {
  for (const score::AreaScore& area : card.areas)
    rows.add(kAreaScoreTable, kAreaScoreColumns,
             ScoreFacts{.source = source, .figures = area.figures, .area = area.area});
  rows.add(kTotalScoreTable, kTotalScoreColumns, ScoreFacts{.source = source, .figures = card.total});
}

}  // namespace cpm::facts
