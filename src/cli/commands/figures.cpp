// Figures of Snapshots: `cpm score`, `cpm rank`, `cpm compare`.
#include <fmt/format.h>

#include "base/text.h"
#include "cli/commands/answers.h"
#include "cli/exit.h"
#include "cli/options.h"
#include "report/score_pages.h"
#include "report/wording.h"

namespace cpm::cli {

// `cpm score`: one page for all Snapshots asked for.
namespace {

/// The newest of the Snapshots that a folder holds, as a place among the run's documents.
std::size_t newest_place(const Run& run) {
  const auto date = [&run](std::size_t at) { return *model::content_of<model::Snapshot>(*run.documents[at]).date; };
  std::size_t newest = 0;
  for (std::size_t i = 1; i < run.documents.size(); ++i)
    if (date(i) >= date(newest)) newest = i;
  return newest;
}

/// `--what-if` is asked of one Snapshot: the one that is named, else the newest.
std::vector<std::size_t> places_to_score(const Run& run, std::vector<std::string>& remarks) {
  std::vector<std::size_t> places;
  if (!run.arguments.has(kWhatIf) || run.documents.size() == 1) {
    for (std::size_t i = 0; i < run.documents.size(); ++i) places.push_back(i);
    return places;
  }
  if (run.arguments.operands().size() > 1)
    throw UsageError("`--what-if` looks at one Snapshot, and several are named", "name one of them");
  places.push_back(newest_place(run));
  remarks.push_back(fmt::format("{} is the newest of {} Snapshots", base::ticked(run.documents[places.front()]->path),
                                run.documents.size()));
  return places;
}

report::ScoreView view_of(const Run& run, std::size_t place) {
  report::ScoreView view{.card = scorecard_of(run, place), .targets = targets_on(run, *run.documents[place])};
  view.movers = run.arguments.has(kMovers);
  if (const auto scores = what_if(run.arguments, *view.card.instrument))
    view.what_if = score::projection(view.card, *scores);
  return view;
}

Answer run_score(const Run& run) {
  std::vector<std::string> remarks;
  std::vector<report::ScoreView> views;
  for (const std::size_t place : places_to_score(run, remarks)) views.push_back(view_of(run, place));
  const bool explain = run.arguments.has(kExplain);
  Answer made = answer(run, report::score_page(views, run.loaded->workspace, explain),
                       report::score_result(views, explain));
  if (!run.arguments.has(kQuiet)) made.remarks = std::move(remarks);
  for (const model::Document* document : run.documents) add_remarks_on_targets(run, *document, made);
  return made;
}

constexpr const Option* kScoreOptions[] = {&kExplain, &kWhatIf, &kMovers};
constexpr Example kScoreExamples[] = {{"cpm score snapshots/2026-03-12.yaml", "one Snapshot"},
                                      {"cpm score --explain snapshots/2026-03-12.yaml", "with every item"},
                                      {"cpm score --what-if wd-coaching=2,or-sponsor=2", "what the percents would be"},
                                      {"cpm score --movers", "what would move each area most"},
                                      {"cpm score --format json", "all Snapshots, for another program"}};

}  // namespace

extern const Command kScoreCommand{.name = "score",
                                   .summary = "points, percent and range by area and in total",
                                   .group = Group::snapshot,
                                   .needs = Needs::clean_files,
                                   .kind = "snapshot",
                                   .operand = {.name = "SNAPSHOT",
                                               .about = "Snapshots, or folders; default: all of the repository",
                                               .most = Operand::kAny},
                                   .options = kScoreOptions,
                                   .examples = kScoreExamples,
                                   .has_pictures = true,
                                   .whole_repository = true,
                                   .reads = kKindsOfTargets,
                                   .run = run_score};

// `cpm rank`: the opportunities of one Snapshot in order.
namespace {

Answer run_rank(const Run& run) {
  const score::Scorecard card = scorecard_of(run, 0);
  const score::Ranking ranking = score::ranking(card, ranking_options(run.arguments));
  return answer(run, report::rank_page(ranking, run.loaded->workspace), report::rank_result(ranking));
}

constexpr const Option* kRankOptions[] = {&kTop, &kWeights};
constexpr Example kRankExamples[] = {
    {"cpm rank", "the newest Snapshot"},
    {"cpm rank snapshots/2026-03-12.yaml --top 3", "how firm the first three are"},
    {"cpm rank --weights gap=2,feasibility=0", "the gap counts double, feasibility not"}};

}  // namespace

extern const Command kRankCommand{
    .name = "rank",
    .summary = "opportunities in order, why, and how firm that order is",
    .group = Group::snapshot,
    .needs = Needs::clean_files,
    .kind = "snapshot",
    .unnamed = Unnamed::newest,
    .operand = {.name = "SNAPSHOT", .about = "a Snapshot; default: the newest of the repository", .most = 1},
    .options = kRankOptions,
    .examples = kRankExamples,
    .reads = kKindsOfFigures,
    .run = run_rank};

// `cpm compare` and `cpm report comparison`: two Snapshots or more, the oldest first.
namespace {

Answer two_compared(const Run& run, const score::Scorecard& before, const score::Scorecard& now) {
  const score::Comparison comparison = score::compare(before, now);
  const std::vector<score::PlanTargets> targets = targets_on(run, *run.documents[0], run.documents[1]);
  Answer made = answer(run, report::comparison_page(comparison, run.loaded->workspace, targets),
                       report::comparison_result(comparison, targets));
  add_remarks_on_targets(run, *run.documents[0], made);
  return made;
}

Answer all_compared(const Run& run, const std::vector<score::Scorecard>& cards) {
  std::vector<const score::Scorecard*> pointers;
  for (const score::Scorecard& card : cards) pointers.push_back(&card);
  const score::Trend trend = score::trend(pointers);
  std::vector<score::PlanTargets> targets;
  for (const model::Document* document : run.documents)
    if (document != run.documents.back())
      for (score::PlanTargets& one : targets_on(run, *document, run.documents.back()))
        targets.push_back(std::move(one));
  return answer(run, report::trend_page(trend, run.loaded->workspace, targets), report::trend_result(trend, targets));
}

/// "From 40.2% to 34.9%" is only true of one county.
void require_one_county(const Run& run, const std::vector<score::Scorecard>& cards) {
  const auto name = [&run](const score::Scorecard& card) {
    return report::county_text(run.loaded->workspace, card.snapshot->county);
  };
  for (const score::Scorecard& card : cards)
    if (*card.snapshot->county != *cards.front().snapshot->county)
      throw UsageError(
          fmt::format(
              "the Snapshots are of different counties, {} and {}, and what differs between counties is no change over time",
              name(cards.front()), name(card)),
          "name Snapshots of one county; `cpm region DIR...` shows counties beside each other");
}

Answer run_compare(const Run& run) {
  std::vector<score::Scorecard> cards;
  for (std::size_t i = 0; i < run.documents.size(); ++i) cards.push_back(scorecard_of(run, i));
  require_one_county(run, cards);
  return cards.size() == 2 ? two_compared(run, cards[0], cards[1]) : all_compared(run, cards);
}

Answer run_report_comparison(const Run& run) {
  return run_compare(run);
}

constexpr Example kCompareExamples[] = {
    {"cpm compare snapshots/2025-03-13.yaml snapshots/2026-03-12.yaml", "what has changed in a year"},
    {"cpm compare snapshots/2024.yaml snapshots/2025.yaml snapshots/2026.yaml", "the trend over three Snapshots"},
    {"cpm compare snapshots/2026-03-12.yaml@HEAD~1 snapshots/2026-03-12.yaml", "against the last commit of git"}};

constexpr Example kReportComparisonExamples[] = {
    {"cpm report comparison -o reports/comparison.md", "the two newest final Snapshots of one instrument"},
    {"cpm report comparison snapshots/2025-03-13.yaml snapshots/2026-03-12.yaml", "two others"}};

}  // namespace

extern const Command kCompareCommand{.name = "compare",
                                     .summary = "what has changed between Snapshots",
                                     .group = Group::snapshot,
                                     .needs = Needs::clean_files,
                                     .kind = "snapshot",
                                     .unnamed = Unnamed::two_newest,
                                     .operand = {.name = "OLD NEW",
                                                 .about = "Snapshots, or FILE@REV from git; more than two show a trend",
                                                 .least = 2,
                                                 .most = Operand::kAny},
                                     .examples = kCompareExamples,
                                     .has_pictures = true,
                                     .whole_repository = true,
                                     .reads = kKindsOfTargets,
                                     .run = run_compare};

extern const Command kReportComparisonCommand{
    .name = "report comparison",
    .summary = "the report on what has changed between Snapshots",
    .group = Group::reports,
    .needs = Needs::clean_files,
    .kind = "snapshot",
    .unnamed = Unnamed::two_newest,
    .operand = {.name = "OLD NEW",
                .about = "Snapshots, or FILE@REV from git; default: the two newest final ones of one instrument",
                .most = Operand::kAny},
    .examples = kReportComparisonExamples,
    .has_pictures = true,
    .shows_people = true,
    .has_check = true,
    .whole_repository = true,
    .run = run_report_comparison};

}  // namespace cpm::cli
