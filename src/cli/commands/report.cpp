// `cpm report …`: pages for a leadership team. Status and comparison are beside the commands that show the same.
#include <fmt/format.h>

#include "base/text.h"
#include "cli/commands/answers.h"
#include "cli/commands/look_back.h"
#include "cli/exit.h"
#include "cli/findings.h"
#include "cli/options.h"
#include "report/plan_pages.h"
#include "report/score_pages.h"
#include "score/sip.h"

namespace cpm::cli {
namespace {

Answer run_report_snapshot(const Run& run) {
  const score::Scorecard card = scorecard_of(run, 0);
  const score::Ranking ranking = score::ranking(card, {});
  const std::vector<score::PlanTargets> targets = targets_on(run, *run.documents[0]);
  report::Context context = context_of(run, *run.documents[0]);
  context.targets = targets;
  Answer made = answer(run, report::snapshot_report(ranking, context), report::snapshot_result(ranking, targets));
  add_remarks_on_targets(run, *run.documents[0], made);
  return made;
}

Answer run_report_plan(const Run& run) {
  const model::Document& document = *run.documents.at(0);
  const auto& plan = model::content_of<model::Plan>(document);
  const std::vector<score::PlanTargets> targets = targets_of(run, document);
  report::Context context = context_of(run, document);
  context.targets = targets;
  return answer(run, report::plan_report(plan, context), report::plan_result(plan, run.as_of, targets));
}

Answer run_report_theory(const Run& run) {
  const model::Document& document = *run.documents.at(0);
  const auto& theory = model::content_of<model::TheoryOfChange>(document);
  return answer(run, report::theory_report(theory, context_of(run, document)), report::theory_result(theory));
}

Answer run_report_logic_model(const Run& run) {
  const report::Context context = context_of(run, *run.documents.at(0));
  const auto& model = model::content_of<model::LogicModel>(context.document);
  return answer(run, report::logic_model_report(model, context), report::logic_model_result(model, context));
}

Answer run_report_roadmap(const Run& run) {
  const report::Context context = context_of(run, *run.documents.at(0));
  const auto& roadmap = model::content_of<model::Roadmap>(context.document);
  return answer(run, report::roadmap_report(roadmap, context), report::roadmap_result(roadmap, context));
}

Answer run_report_fidelity(const Run& run) {
  std::vector<report::Context> contexts;
  for (const model::Document* document : run.documents) contexts.push_back(context_of(run, *document));
  return answer(run, report::fidelity_report(contexts), report::fidelity_result(contexts));
}

Answer run_report_handover(const Run& run) {
  const model::Document& document = *run.documents.at(0);
  const score::Progress progress = progress_of(run, document);
  const model::Document* const newest = newest_final_snapshot(run, document.home);
  std::optional<score::Scorecard> card;
  if (newest != nullptr) card = score::scorecard(model::content_of<model::Snapshot>(*newest), *newest->instrument);
  const score::Scorecard* const shown = card ? &*card : nullptr;
  const std::vector<score::PlanTargets> targets = results_of(run, document);
  report::Context context = context_of(run, document);
  context.targets = targets;
  const LookBack back = look_back(run, document);
  if (back.outlook && progress.replaced_by == nullptr) context.outlook = &*back.outlook;
  return answer(run, report::handover_report(progress, shown, context),
                report::handover_result(progress, shown, context));
}

/// Throws UsageError when they are plans of several counties.
void check_one_county(const Run& run) {
  const auto county = [](const model::Document* document) { return model::content_of<model::Plan>(*document).county; };
  for (const model::Document* const document : run.documents)
    if (*county(document) != *county(run.documents.front()))
      throw UsageError(fmt::format("{} and {} are plans of two counties", base::ticked(run.documents.front()->path),
                                   base::ticked(document->path)),
                       "name the plans of one county, or its folder");
}

/// The dates asked for: two days, or a year of the period.
score::DateRange sip_dates(const Run& run, const score::DateRange& period) {
  const score::DateRange dates{.from = day_of(kFromDay, run.arguments), .to = day_of(kToDay, run.arguments)};
  if (dates.from && dates.to && *dates.to < *dates.from)
    throw UsageError("`--to` lies before `--from`", "give the earlier day with `--from`");
  const std::optional<std::int64_t> year = sip_year_of(run.arguments);
  if (!year) return dates;
  if (dates.from || dates.to)
    throw UsageError("`--year` stands for two days, so `--from` and `--to` cannot stand beside it",
                     "give one or the other");
  if (!period.from || !period.to)
    throw UsageError("no file says when the System Improvement Plan begins, so `--year` means nothing",
                     "add `sip: {period: {from: …, to: …}}` to `cpm.yaml`, or give `--from` and `--to`");
  if (const auto found = score::sip_year(period, static_cast<int>(*year))) return *found;
  throw UsageError(fmt::format("the System Improvement Plan has no year {}: it runs from {} to {}", *year,
                               base::written_out(*period.from), base::written_out(*period.to)),
                   "the first year is `--year 1`");
}

const model::SipSettings* sip_settings(const Run& run) {
  const model::Repository* const repository = run.loaded->workspace.homes[run.documents.front()->home].repository;
  return repository != nullptr && repository->sip ? &*repository->sip : nullptr;
}

Answer run_report_sip(const Run& run) {
  check_one_county(run);
  std::vector<score::Progress> plans;
  for (const model::Document* const document : run.documents)
    plans.push_back(score::progress(model::content_of<model::Plan>(*document), run.as_of));
  const model::SipSettings* const settings = sip_settings(run);
  const auto stated = settings == nullptr ? std::nullopt : std::optional(settings->period);
  const score::DateRange period = score::sip_period(plans, stated);
  const score::SipView view = score::sip_view(plans, period, sip_dates(run, period));
  if (view.plans.empty())
    throw UsageError(fmt::format("no plan lies between {} and {}, the period of the System Improvement Plan",
                                 base::written_out(*period.from), base::written_out(*period.to)),
                     "correct `sip` in `cpm.yaml`, or name other plans");
  Answer made = answer(run, report::sip_report(view, settings, context_of(run, *run.documents.front())),
                       report::sip_result(view));
  made.outcome.records = "chart";
  made.outcome.columns = report::sip_columns();
  return made;
}

constexpr Example kReportSnapshotExamples[] = {
    {"cpm report snapshot -o reports/snapshot.md", "the newest Snapshot, as Markdown"},
    {"cpm report snapshot -o snapshot.html", "as one file for a browser, with pictures"},
    {"cpm report snapshot -o reports/snapshot.md --check", "fails when that file is stale"}};

constexpr Example kReportPlanExamples[] = {
    {"cpm report plan -o reports/plan.md", "the newest plan, as Markdown"},
    {"cpm report plan --no-contacts -o reports/plan.md", "without names, to be shared"}};

constexpr Example kReportTheoryExamples[] = {{"cpm report theory -o reports/theory.md", "the theory of change"}};

constexpr Example kReportLogicModelExamples[] = {
    {"cpm report logic-model -o reports/logic-model.md", "the logic model with its latest figures"}};

constexpr Example kReportRoadmapExamples[] = {
    {"cpm report roadmap -o reports/roadmap.md", "the fiscal year month by month"}};

constexpr Example kReportFidelityExamples[] = {
    {"cpm report fidelity -o reports/fidelity.md", "all results of fidelity tools, over time"}};

constexpr Example kReportHandoverExamples[] = {
    {"cpm report handover -o reports/handover.md", "where we are and what is next, for a new director"}};

constexpr const Option* kReportSipOptions[] = {&kSipYear, &kFromDay, &kToDay};
constexpr Example kReportSipExamples[] = {
    {"cpm report sip --year 3 -o reports/sip.md", "for the progress report on the third year"},
    {"cpm report sip --from 2025-07-01 --to 2026-06-30", "what was done for each strategy in a fiscal year"},
    {"cpm report sip --format csv -o sip.csv", "the five-year chart, for a spreadsheet"}};

}  // namespace

extern const Command kReportSnapshotCommand{
    .name = "report snapshot",
    .summary = "the report on a Snapshot, for the leadership team",
    .group = Group::reports,
    .needs = Needs::clean_files,
    .kind = "snapshot",
    .unnamed = Unnamed::newest,
    .operand = {.name = "SNAPSHOT", .about = "a Snapshot; default: the newest of the repository", .most = 1},
    .examples = kReportSnapshotExamples,
    .has_pictures = true,
    .shows_people = true,
    .has_check = true,
    .whole_repository = true,
    .run = run_report_snapshot};

extern const Command kReportPlanCommand{
    .name = "report plan",
    .summary = "the report on a plan",
    .group = Group::reports,
    .needs = Needs::clean_files,
    .kind = "plan",
    .unnamed = Unnamed::newest,
    .operand = {.name = "PLAN", .about = "a plan; default: the newest of the repository", .most = 1},
    .examples = kReportPlanExamples,
    .has_pictures = true,
    .shows_people = true,
    .has_check = true,
    .whole_repository = true,
    .run = run_report_plan};

extern const Command kReportTheoryCommand{
    .name = "report theory",
    .summary = "the report on a theory of change",
    .group = Group::reports,
    .needs = Needs::clean_files,
    .kind = "theory-of-change",
    .unnamed = Unnamed::newest,
    .operand = {.name = "THEORY", .about = "a theory of change; default: that of the repository", .most = 1},
    .examples = kReportTheoryExamples,
    .has_pictures = true,
    .shows_people = true,
    .has_check = true,
    .run = run_report_theory};

extern const Command kReportLogicModelCommand{
    .name = "report logic-model",
    .summary = "the report on a logic model and its figures",
    .group = Group::reports,
    .needs = Needs::clean_files,
    .kind = "logic-model",
    .unnamed = Unnamed::newest,
    .operand = {.name = "LOGIC-MODEL", .about = "a logic model; default: that of the repository", .most = 1},
    .examples = kReportLogicModelExamples,
    .has_pictures = true,
    .shows_people = true,
    .has_check = true,
    .run = run_report_logic_model};

extern const Command kReportRoadmapCommand{
    .name = "report roadmap",
    .summary = "the report on a road map, month by month",
    .group = Group::reports,
    .needs = Needs::clean_files,
    .kind = "roadmap",
    .unnamed = Unnamed::newest,
    .operand = {.name = "ROADMAP", .about = "a road map; default: that of the repository", .most = 1},
    .examples = kReportRoadmapExamples,
    .has_pictures = true,
    .shows_people = true,
    .has_check = true,
    .run = run_report_roadmap};

extern const Command kReportFidelityCommand{
    .name = "report fidelity",
    .summary = "the report on fidelity results, over time",
    .group = Group::reports,
    .needs = Needs::clean_files,
    .kind = "fidelity",
    .operand = {.name = "PATH",
                .about = "files of fidelity results, or folders; default: all of the repository",
                .most = Operand::kAny},
    .examples = kReportFidelityExamples,
    .has_pictures = true,
    .shows_people = true,
    .has_check = true,
    .run = run_report_fidelity};

extern const Command kReportHandoverCommand{
    .name = "report handover",
    .summary = "the report for a new director",
    .group = Group::reports,
    .needs = Needs::clean_files,
    .kind = "plan",
    .unnamed = Unnamed::newest,
    .operand = {.name = "PLAN", .about = "a plan; default: the newest of the repository", .most = 1},
    .examples = kReportHandoverExamples,
    .has_pictures = true,
    .shows_people = true,
    .has_check = true,
    .whole_repository = true,
    .looks_back = true,
    .run = run_report_handover};

extern const Command kReportSipCommand{
    .name = "report sip",
    .summary = "progress on the strategies of the System Improvement Plan, over all plans of its period",
    .group = Group::reports,
    .needs = Needs::clean_files,
    .kind = "plan",
    .operand = {.name = "PLAN",
                .about = "plans of one county, or its folder; default: all of the repository",
                .most = Operand::kAny},
    .options = kReportSipOptions,
    .examples = kReportSipExamples,
    .writes = Writes::records,
    .has_pictures = true,
    .shows_people = true,
    .has_check = true,
    .run = run_report_sip};

}  // namespace cpm::cli
