#include "cli/commands.h"

#include <algorithm>
#include <array>

#include "cli/commands/runners.h"
#include "cli/options.h"

namespace cpm::cli {
namespace {

constexpr const Option* kCheckOptions[] = {&kFailOn,      &kBaseline,    &kFormatFindings, &kOutput, &kAsOf,
                                           &kMaxFileSize, &kMaxFindings, &kColor,          &kQuiet};
constexpr const Option* kFixOptions[] = {&kDiff,        &kUnsafe,      &kFormat, &kOutput, &kAsOf,
                                         &kMaxFileSize, &kMaxFindings, &kColor,  &kQuiet};
constexpr const Option* kBaselineOptions[] = {&kBaselineToWrite, &kReason, &kUntil, &kPrune, &kFormat, &kAsOf,
                                              &kMaxFileSize,     &kColor,  &kQuiet};
constexpr const Option* kScoreOptions[] = {&kExplain, &kNoPictures,  &kDespiteErrors, &kFormat, &kOutput,
                                           &kAsOf,    &kMaxFileSize, &kColor,         &kQuiet};
constexpr const Option* kRankOptions[] = {&kTop,  &kWeights,     &kDespiteErrors, &kFormat, &kOutput,
                                          &kAsOf, &kMaxFileSize, &kColor,         &kQuiet};
constexpr const Option* kPageOptions[] = {&kNoPictures, &kDespiteErrors, &kFormat, &kOutput,
                                          &kAsOf,       &kMaxFileSize,   &kColor,  &kQuiet};
constexpr const Option* kStatusOptions[] = {&kNoContacts, &kNoPictures,  &kDespiteErrors, &kFormat, &kOutput,
                                            &kAsOf,       &kMaxFileSize, &kColor,         &kQuiet};
constexpr const Option* kReportOptions[] = {&kProof,  &kNoContacts, &kNoPictures,  &kDespiteErrors, &kFormat,
                                            &kOutput, &kAsOf,       &kMaxFileSize, &kColor,         &kQuiet};
constexpr const Option* kInitOptions[] = {&kWhoseCounty, &kAsOf, &kFormat, &kColor};
constexpr const Option* kNewOptions[] = {&kFrom, &kCounty, &kAsOf, &kOutput};
constexpr const Option* kRegionOptions[] = {&kHeatMap, &kNoPictures,  &kFormatRows, &kOutput,
                                            &kAsOf,    &kMaxFileSize, &kColor,      &kQuiet};
constexpr const Option* kCalendarOptions[] = {&kNoContacts,  &kDespiteErrors, &kOutput, &kAsOf,
                                              &kMaxFileSize, &kColor,         &kQuiet};
constexpr const Option* kSipOptions[] = {&kFromDay, &kToDay,  &kProof, &kNoContacts,  &kNoPictures, &kDespiteErrors,
                                         &kFormat,  &kOutput, &kAsOf,  &kMaxFileSize, &kColor,      &kQuiet};
constexpr const Option* kAllOptions[] = {&kAll,  &kProofOfAll,  &kNoContacts, &kNoPictures, &kAllFormat,
                                         &kAsOf, &kMaxFileSize, &kColor,      &kQuiet};
constexpr const Option* kSchemaOptions[] = {&kFields, &kFormat, &kOutput, &kColor};
constexpr const Option* kRawOptions[] = {&kOutput};
constexpr const Option* kLookUpOptions[] = {&kFormat, &kOutput, &kColor};

constexpr Example kCheckExamples[] = {{"cpm check", "every file of the repository that holds this folder"},
                                      {"cpm check plans --fail-on warning", "the plans, where warnings fail too"},
                                      {"cpm check --format auto", "as suits the host that runs it, such as GitHub"},
                                      {"cpm check --baseline baseline.yaml", "only what is not known yet"},
                                      {"cpm check - < draft.yaml", "what another program writes"}};
constexpr Example kFixExamples[] = {{"cpm fix --diff", "what would be changed, in the whole repository"},
                                    {"cpm fix plans/2025-07.yaml", "mend one file"}};
constexpr Example kBaselineExamples[] = {
    {"cpm baseline", "what is known today, into baseline.yaml"},
    {"cpm baseline --until 2026-12-31 --reason \"to be mended with the next plan\"", "with an end and a reason"},
    {"cpm baseline --prune", "take out what has been mended"}};
constexpr Example kScoreExamples[] = {{"cpm score snapshots/2026-03-12.yaml", "one Snapshot"},
                                      {"cpm score --explain snapshots/2026-03-12.yaml", "with every item"},
                                      {"cpm score --format json", "all Snapshots, for another program"}};
constexpr Example kRankExamples[] = {
    {"cpm rank", "the newest Snapshot"},
    {"cpm rank snapshots/2026-03-12.yaml --top 3", "how firm the first three are"},
    {"cpm rank --weights gap=2,feasibility=0", "the gap counts double, feasibility not"}};
constexpr Example kCompareExamples[] = {
    {"cpm compare snapshots/2025-03-13.yaml snapshots/2026-03-12.yaml", "what has changed in a year"},
    {"cpm compare snapshots/2024.yaml snapshots/2025.yaml snapshots/2026.yaml", "the trend over three Snapshots"},
    {"cpm compare snapshots/2026-03-12.yaml@HEAD~1 snapshots/2026-03-12.yaml", "against the last commit of git"}};
constexpr Example kPlanCheckExamples[] = {{"cpm plan check", "all plans of the repository"},
                                          {"cpm plan check plans/2025-07.yaml", "one plan"}};
constexpr Example kPlanStatusExamples[] = {
    {"cpm plan status", "the newest plan, today"},
    {"cpm plan status plans/2025-07.yaml --as-of 2026-03-31", "one plan, at the day of a meeting"}};
constexpr Example kPlanCalendarExamples[] = {
    {"cpm plan calendar -o plan.ics", "the dates of the newest plan and of the road map"},
    {"cpm plan calendar --no-contacts -o plan.ics", "without names, to be shared"}};
constexpr Example kReportAllExamples[] = {
    {"cpm report --all", "into the reports folder of cpm.yaml"},
    {"cpm report --all --format html", "also as HTML, with a page that leads to all of them"},
    {"cpm report --all --check --as-of 2026-03-31", "fails when one of them is stale"}};
constexpr Example kReportSnapshotExamples[] = {
    {"cpm report snapshot -o reports/snapshot.md", "the newest Snapshot, as Markdown"},
    {"cpm report snapshot -o snapshot.html", "as one file for a browser, with pictures"},
    {"cpm report snapshot -o reports/snapshot.md --check", "fails when that file is stale"}};
constexpr Example kReportComparisonExamples[] = {
    {"cpm report comparison -o reports/comparison.md", "the two newest final Snapshots of one instrument"},
    {"cpm report comparison snapshots/2025-03-13.yaml snapshots/2026-03-12.yaml", "two others"}};
constexpr Example kReportPlanExamples[] = {
    {"cpm report plan -o reports/plan.md", "the newest plan, as Markdown"},
    {"cpm report plan --no-contacts -o reports/plan.md", "without names, to be shared"}};
constexpr Example kReportStatusExamples[] = {
    {"cpm report status --as-of 2026-03-31 -o reports/status.md", "where the newest plan stood at that day"}};
constexpr Example kReportTheoryExamples[] = {{"cpm report theory -o reports/theory.md", "the theory of change"}};
constexpr Example kInitExamples[] = {{"cpm init --county yolo", "the repository of Yolo County, in this folder"},
                                     {"cpm init our-county --county los-angeles", "in a folder of its own"}};
constexpr Example kRegionExamples[] = {
    {"cpm region alder birch -o region.md", "two counties beside each other, as Markdown"},
    {"cpm region counties --heat-map region.svg", "all counties below a folder, also as a picture"},
    {"cpm region counties --format csv -o region.csv", "for a spreadsheet"}};
constexpr Example kTraceExamples[] = {{"cpm trace", "the newest plan of the repository"},
                                      {"cpm trace -o reports/trace.md", "with a drawing, where Markdown is shown"}};
constexpr Example kSupportExamples[] = {
    {"cpm support", "the support files of the repository"},
    {"cpm support alder birch -o requests.md", "several counties that shared their files"}};
constexpr Example kReportSupportExamples[] = {
    {"cpm report support -o reports/support.md", "requests by provider, ready to be sent"}};
constexpr Example kReportLogicModelExamples[] = {
    {"cpm report logic-model -o reports/logic-model.md", "the logic model with its latest figures"}};
constexpr Example kReportRoadmapExamples[] = {
    {"cpm report roadmap -o reports/roadmap.md", "the fiscal year month by month"}};
constexpr Example kReportFidelityExamples[] = {
    {"cpm report fidelity -o reports/fidelity.md", "all results of fidelity tools, over time"}};
constexpr Example kReportHandoverExamples[] = {
    {"cpm report handover -o reports/handover.md", "where we are and what is next, for a new director"}};
constexpr Example kReportSipExamples[] = {
    {"cpm report sip --from 2025-07-01 --to 2026-06-30", "what was done for each strategy in a fiscal year"}};
constexpr Example kReportCountyExamples[] = {{"cpm report county -o reports/county.md", "all in one"}};
constexpr Example kNewExamples[] = {
    {"cpm new snapshot -o snapshots/2026-03-15.yaml", "every item with its anchors, to be filled in"},
    {"cpm new plan --from snapshots/2026-03-15.yaml", "a plan with the Snapshot's priorities"},
    {"cpm new plan --county yolo", "a plan of Yolo County, to the screen"}};
constexpr Example kSchemaExamples[] = {{"cpm schema plan -o plan.schema.json", "for an editor that completes keys"},
                                       {"cpm schema plan --fields", "the keys of a plan, to be read"}};
constexpr Example kExplainExamples[] = {{"cpm explain CPM310", "a finding's rule, by its code"},
                                        {"cpm explain unknown-key", "or by its name"}};
constexpr Example kListExamples[] = {{"cpm list rules", "all codes"},
                                     {"cpm list items", "the items of the built-in instrument"},
                                     {"cpm list counties --format json", "for another program"}};
constexpr Example kCompletionsExamples[] = {
    {"cpm completions bash -o ~/.local/share/bash-completion/completions/cpm", "for bash, from the next shell on"},
    {"cpm completions zsh -o ~/.zfunc/_cpm", "for zsh, where ~/.zfunc is a folder of its fpath"},
    {"cpm completions fish -o ~/.config/fish/completions/cpm.fish", "for fish"}};
constexpr Example kHelpExamples[] = {{"cpm help score", "a command"},
                                     {"cpm help snapshot", "the keys of a kind of file"}};

constexpr Operand kPaths{"PATH", "files and folders; default: the repository that holds this folder", 0, Operand::kAny};
constexpr Operand kSnapshots{"SNAPSHOT", "Snapshots, or folders; default: all of the repository", 0, Operand::kAny};
constexpr Operand kOneSnapshot{"SNAPSHOT", "a Snapshot; default: the newest of the repository", 0, 1};
constexpr Operand kTwoSnapshots{"OLD NEW", "Snapshots, or FILE@REV from git; more than two show a trend", 2,
                                Operand::kAny};
constexpr Operand kTwoOrNone{"OLD NEW",
                             "Snapshots, or FILE@REV from git; default: the two newest final ones of one instrument", 0,
                             Operand::kAny};
constexpr Operand kPlans{"PLAN", "plans, or folders; default: all plans of the repository", 0, Operand::kAny};
constexpr Operand kNewestPlan{"PLAN", "plans; default: the newest of the repository", 0, Operand::kAny};
constexpr Operand kOnePlan{"PLAN", "a plan; default: the newest of the repository", 0, 1};
constexpr Operand kRoot{"PATH", "the root of a county's repository; default: the one that holds this folder", 0, 1};
constexpr Operand kOneTheory{"THEORY", "a theory of change; default: that of the repository", 0, 1};
constexpr Operand kNewFolder{"DIR", "the folder of the repository; default: this one", 0, 1};
constexpr Operand kCountyFolders{"DIR", "folders of counties, or a folder that holds several", 1, Operand::kAny};
constexpr Operand kTraced{"PATH", "plans, or the folder of a repository, of which the newest counts; default: this one",
                          0, Operand::kAny};
constexpr Operand kSupports{"PATH", "support files and folders; default: the repository that holds this folder", 0,
                            Operand::kAny};
constexpr Operand kFidelities{"PATH", "files of fidelity results, or folders; default: all of the repository", 0,
                              Operand::kAny};
constexpr Operand kOneLogicModel{"LOGIC-MODEL", "a logic model; default: that of the repository", 0, 1};
constexpr Operand kOneRoadmap{"ROADMAP", "a road map; default: that of the repository", 0, 1};
constexpr Operand kKind{"KIND", "a kind of file; `cpm list kinds` names them", 1, 1};
constexpr Operand kCode{"CODE", "a code or its name; `cpm list rules` names them", 1, 1};
constexpr Operand kTopic{"WHAT", "kinds, rules, counties, regions, tools, items or outcomes", 1, 1};
constexpr Operand kShell{"SHELL", "bash, zsh or fish", 1, 1};
constexpr Operand kHelpTopic{"TOPIC", "a command or a kind of file", 0, 2};

// What figures of Snapshots rest upon.
constexpr std::string_view kSnapshotKinds[] = {"snapshot", "instrument", "repository"};
// What a roll-up counts. Counties need not share their plans: references into them are left to a check.
constexpr std::string_view kRegionKinds[] = {"snapshot", "instrument", "repository", "support"};

using enum Needs;

constexpr std::array kCommands = {
    Command{"check",
            "check every file: text, shape, references, rules",
            files,
            "",
            Unnamed::all,
            kPaths,
            kCheckOptions,
            kCheckExamples,
            run_check,
            {},
            false,
            {},
            true},
    Command{"fix", "apply safe fixes, each to the very bytes that it names, and check again", files, "", Unnamed::all,
            kPaths, kFixOptions, kFixExamples, run_fix},
    Command{"baseline", "take down what is known today, so that a check reports only what is new", files, "",
            Unnamed::all, kPaths, kBaselineOptions, kBaselineExamples, run_baseline},
    Command{"score",
            "points, percent and range by area and in total",
            clean_files,
            "snapshot",
            Unnamed::all,
            kSnapshots,
            kScoreOptions,
            kScoreExamples,
            run_score,
            {},
            false,
            kSnapshotKinds},
    Command{"rank",
            "opportunities in order, why, and how firm that order is",
            clean_files,
            "snapshot",
            Unnamed::newest,
            kOneSnapshot,
            kRankOptions,
            kRankExamples,
            run_rank,
            {},
            false,
            kSnapshotKinds},
    Command{"compare",
            "what has changed between Snapshots",
            clean_files,
            "snapshot",
            Unnamed::two_newest,
            kTwoSnapshots,
            kPageOptions,
            kCompareExamples,
            run_compare,
            {},
            false,
            kSnapshotKinds},
    Command{"plan check", "the rules for plans alone", files, "plan", Unnamed::all, kPlans, kCheckOptions,
            kPlanCheckExamples, run_plan_check, "plan"},
    Command{"plan status", "what of a plan is done, late and next", clean_files, "plan", Unnamed::newest, kNewestPlan,
            kStatusOptions, kPlanStatusExamples, run_plan_status},
    Command{"trace",
            "from the theory of change to support, and what hangs loose",
            clean_files,
            "plan",
            Unnamed::newest,
            kTraced,
            kPageOptions,
            kTraceExamples,
            run_trace,
            {},
            true},
    Command{"support", "support requests by provider and academy", clean_files, "support", Unnamed::all, kSupports,
            kStatusOptions, kSupportExamples, run_support},
    Command{"plan calendar",
            "dates of plans and road maps, for a calendar program",
            clean_files,
            "plan",
            Unnamed::newest,
            kNewestPlan,
            kCalendarOptions,
            kPlanCalendarExamples,
            run_plan_calendar,
            {},
            true},
    Command{"report", "every report at once, with --all", files, "", Unnamed::all, kRoot, kAllOptions,
            kReportAllExamples, run_report_all},
    Command{"report snapshot", "the report on a Snapshot, for the leadership team", clean_files, "snapshot",
            Unnamed::newest, kOneSnapshot, kReportOptions, kReportSnapshotExamples, run_report_snapshot},
    Command{"report comparison", "the report on what has changed between Snapshots", clean_files, "snapshot",
            Unnamed::two_newest, kTwoOrNone, kReportOptions, kReportComparisonExamples, run_report_comparison},
    Command{"report plan", "the report on a plan", clean_files, "plan", Unnamed::newest, kOnePlan, kReportOptions,
            kReportPlanExamples, run_report_plan},
    Command{"report status", "the report on where a plan stands at a day", clean_files, "plan", Unnamed::newest,
            kOnePlan, kReportOptions, kReportStatusExamples, run_report_status},
    Command{"report theory", "the report on a theory of change", clean_files, "theory-of-change", Unnamed::newest,
            kOneTheory, kReportOptions, kReportTheoryExamples, run_report_theory},
    Command{"init", "a county's repository to begin with; it never writes over a file", nothing, "", Unnamed::all,
            kNewFolder, kInitOptions, kInitExamples, run_init},
    Command{"region",
            "several counties beside each other: areas, common needs, support, offers",
            mixed_files,
            "",
            Unnamed::all,
            kCountyFolders,
            kRegionOptions,
            kRegionExamples,
            run_region,
            {},
            false,
            kRegionKinds},
    Command{"report support", "the report on support requests, by provider", clean_files, "support", Unnamed::all,
            kSupports, kReportOptions, kReportSupportExamples, run_report_support},
    Command{"report logic-model", "the report on a logic model and its figures", clean_files, "logic-model",
            Unnamed::newest, kOneLogicModel, kReportOptions, kReportLogicModelExamples, run_report_logic_model},
    Command{"report roadmap", "the report on a road map, month by month", clean_files, "roadmap", Unnamed::newest,
            kOneRoadmap, kReportOptions, kReportRoadmapExamples, run_report_roadmap},
    Command{"report fidelity", "the report on fidelity results, over time", clean_files, "fidelity", Unnamed::all,
            kFidelities, kReportOptions, kReportFidelityExamples, run_report_fidelity},
    Command{"report handover",
            "the report for a new director",
            clean_files,
            "plan",
            Unnamed::newest,
            kOnePlan,
            kReportOptions,
            kReportHandoverExamples,
            run_report_handover,
            {},
            true},
    Command{"report sip", "a plan by the strategies of the System Improvement Plan", clean_files, "plan",
            Unnamed::newest, kOnePlan, kSipOptions, kReportSipExamples, run_report_sip},
    Command{"report county", "all of a county's reports on one page", files, "", Unnamed::all, kRoot, kReportOptions,
            kReportCountyExamples, run_report_county},
    Command{"new", "a commented file of a kind, to be filled in", nothing, "", Unnamed::all, kKind, kNewOptions,
            kNewExamples, run_new},
    Command{"schema", "the JSON Schema of a kind, for editors", nothing, "", Unnamed::all, kKind, kSchemaOptions,
            kSchemaExamples, run_schema},
    Command{"explain", "a finding's rule: what, why, examples, how to mend it", nothing, "", Unnamed::all, kCode,
            kLookUpOptions, kExplainExamples, run_explain},
    Command{"list", "what cpm knows: kinds, rules, counties, regions, tools, items, outcomes", nothing, "",
            Unnamed::all, kTopic, kLookUpOptions, kListExamples, run_list},
    Command{"completions", "the script by which a shell completes commands, options and files", nothing, "",
            Unnamed::all, kShell, kRawOptions, kCompletionsExamples, run_completions},
    Command{"help", "this page, a command, or the keys of a kind of file", nothing, "", Unnamed::all, kHelpTopic,
            kRawOptions, kHelpExamples, run_help},
};

}  // namespace

std::span<const Command> commands() {
  return kCommands;
}

bool knows(const Command& command, const Option& option) {
  return std::ranges::find(command.options, &option) != command.options.end();
}

const Command* find_command(std::string_view name) {
  const auto found = std::ranges::find(kCommands, name, &Command::name);
  return found == kCommands.end() ? nullptr : &*found;
}

std::string schema_word(std::string_view name) {
  std::string word{name};
  std::ranges::replace(word, ' ', '-');
  return word;
}

}  // namespace cpm::cli
