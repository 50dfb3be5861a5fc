// Planning and following up: `cpm plan status`, `cpm plan calendar`, `cpm support` and `cpm trace`; `cpm plan check` is in
// check.cpp.
#include <set>

#include <fmt/format.h>

#include "base/assert.h"
#include "base/text.h"
#include "cli/commands/answers.h"
#include "cli/commands/look_back.h"
#include "cli/exit.h"
#include "cli/findings.h"
#include "cli/options.h"
#include "render/writers.h"
#include "report/page.h"
#include "report/plan_pages.h"

namespace cpm::cli {

// `cpm plan status` and `cpm report status`: where plans stand at a date. Several plans share one page.
namespace {

struct StatusPart {
  report::Document page;
  report::Result result;
};

StatusPart status_of(const Run& run, const model::Document& document, Answer& answer) {
  const score::Progress progress = progress_of(run, document);
  const std::vector<score::PlanTargets> targets = results_of(run, document);
  const LookBack back = look_back(run, document);
  report::Context context = context_of(run, document);
  context.targets = targets;
  if (progress.replaced_by != nullptr && back.history)
    answer.remarks.push_back(
        fmt::format("a later plan has replaced {}, so `--history` shows nothing", base::ticked(document.path)));
  if (progress.replaced_by != nullptr)
    return {.page = report::status_page(progress, context), .result = report::status_result(progress, context)};
  context.history = back.history;
  if (back.outlook)
    context.outlook = &*back.outlook;
  else if (back.history)
    answer.remarks.push_back(
        fmt::format("too little has ended in the plans of {} to say when objectives may be reached, so "
                    "`--history` shows nothing",
                    base::ticked(document.path)));
  return {.page = report::status_page(progress, context), .result = report::status_result(progress, context)};
}

Answer run_plan_status(const Run& run) {
  Answer answer;
  answer.outcome.command = schema_word(run.command.name);
  std::vector<StatusPart> parts;
  for (const model::Document* document : run.documents) parts.push_back(status_of(run, *document, answer));
  if (parts.size() == 1) {
    answer.outcome.page = std::move(parts.front().page);
    answer.outcome.result = std::move(parts.front().result);
    return answer;
  }
  report::Document joined{.title = fmt::format("Status of {} plans", parts.size()), .blocks = {}};
  report::Result::List results;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    const std::string title = fmt::format("{}: {}", parts[i].page.title, run.documents[i]->path);
    report::append_part(joined, std::move(parts[i].page), title);
    results.push_back(std::move(parts[i].result));
  }
  answer.outcome.page = std::move(joined);
  answer.outcome.result = std::move(results);
  return answer;
}

constexpr const Option* kPlanStatusOptions[] = {&kHistory};
constexpr Example kPlanStatusExamples[] = {
    {"cpm plan status", "the newest plan, today"},
    {"cpm plan status plans/2025-07.yaml --as-of 2026-03-31", "one plan, at the day of a meeting"},
    {"cpm plan status --history", "how late steps ended by their first due dates, which git has"}};

constexpr Example kReportStatusExamples[] = {
    {"cpm report status --as-of 2026-03-31 -o reports/status.md", "where the newest plan stood at that day"}};

}  // namespace

extern const Command kPlanStatusCommand{
    .name = "plan status",
    .summary = "what is done, late and next in a plan",
    .group = Group::plan,
    .needs = Needs::clean_files,
    .kind = "plan",
    .unnamed = Unnamed::newest,
    .operand = {.name = "PLAN", .about = "plans; default: the newest of the repository", .most = Operand::kAny},
    .options = kPlanStatusOptions,
    .examples = kPlanStatusExamples,
    .has_pictures = true,
    .shows_people = true,
    .whole_repository = true,
    .looks_back = true,
    .run = run_plan_status};

extern const Command kReportStatusCommand{
    .name = "report status",
    .summary = "the report on where a plan stands on a day",
    .group = Group::reports,
    .needs = Needs::clean_files,
    .kind = "plan",
    .unnamed = Unnamed::newest,
    .operand = {.name = "PLAN", .about = "a plan; default: the newest of the repository", .most = 1},
    .options = kPlanStatusOptions,
    .examples = kReportStatusExamples,
    .has_pictures = true,
    .shows_people = true,
    .has_check = true,
    .whole_repository = true,
    .looks_back = true,
    .run = run_plan_status};

// `cpm plan calendar`: dates of plans, and of the road maps beside them, for a calendar program.
namespace {

using model::Document;

/// The road maps of the repositories that the plans belong to.
std::vector<const Document*> road_maps(const Run& run) {
  std::set<std::size_t> homes;
  for (const Document* document : run.documents) homes.insert(document->home);
  std::vector<const Document*> found;
  for (const Document* document : model::documents_of<model::Roadmap>(run.loaded->workspace))
    if (homes.contains(document->home)) found.push_back(document);
  return found;
}

Answer run_plan_calendar(const Run& run) {
  report::Calendar calendar{.as_of = run.as_of};
  for (const Document* document : run.documents) {
    const auto* plan = model::content_as<model::Plan>(*document);
    CPM_ASSERT(plan != nullptr);
    report::add_plan(calendar, score::progress(*plan, run.as_of), context_of(run, *document),
                     run.arguments.has(kWithClosed));
  }
  Answer answer;
  for (const Document* document : road_maps(run)) {
    if (is_broken(*document, *run.loaded, false) && !run.arguments.has(kDespiteErrors)) {
      answer.remarks.push_back(base::ticked(document->path) +
                               " has errors, so its entries are not in the calendar; see `cpm check`");
      answer.status = kFindings;
      continue;
    }
    report::add_roadmap(calendar, model::content_of<model::Roadmap>(*document), context_of(run, *document));
  }
  answer.outcome = raw_answer(run, render::calendar_text(calendar)).outcome;
  return answer;
}

constexpr const Option* kPlanCalendarOptions[] = {&kWithClosed};
constexpr Example kPlanCalendarExamples[] = {
    {"cpm plan calendar -o plan.ics", "the dates of the newest plan and of the road map"},
    {"cpm plan calendar --with-closed -o plan.ics", "renew one that was imported: what is done or dropped goes"},
    {"cpm plan calendar --no-contacts -o plan.ics", "without names, to be shared"}};

}  // namespace

extern const Command kPlanCalendarCommand{
    .name = "plan calendar",
    .summary = "the dates of plans and road maps, for a calendar program",
    .group = Group::plan,
    .needs = Needs::clean_files,
    .kind = "plan",
    .unnamed = Unnamed::newest,
    .operand = {.name = "PLAN", .about = "plans; default: the newest of the repository", .most = Operand::kAny},
    .options = kPlanCalendarOptions,
    .examples = kPlanCalendarExamples,
    .writes = Writes::raw,
    .shows_people = true,
    .whole_repository = true,
    .run = run_plan_calendar};

// `cpm support` and `cpm report support`: support requests by provider, of one county or of several.
namespace {

Answer run_support(const Run& run) {
  const score::SupportRequests requests = score::support_requests(run.documents, run.loaded->workspace);
  std::vector<report::Context> contexts;
  for (const model::Document* document : run.documents) contexts.push_back(context_of(run, *document));
  return answer(run, report::support_page(requests, contexts), report::support_result(requests));
}

constexpr Example kSupportExamples[] = {
    {"cpm support", "the support files of the repository"},
    {"cpm support alder birch -o requests.md", "several counties that shared their files"}};

constexpr Example kReportSupportExamples[] = {
    {"cpm report support -o reports/support.md", "requests by provider, ready to be sent"}};

}  // namespace

extern const Command kSupportCommand{
    .name = "support",
    .summary = "support requests by provider and academy",
    .group = Group::plan,
    .needs = Needs::clean_files,
    .kind = "support",
    .operand = {.name = "PATH",
                .about = "support files and folders; default: the repository that holds this folder",
                .most = Operand::kAny},
    .examples = kSupportExamples,
    .has_pictures = true,
    .shows_people = true,
    .run = run_support};

extern const Command kReportSupportCommand{
    .name = "report support",
    .summary = "the report on support requests, by provider",
    .group = Group::reports,
    .needs = Needs::clean_files,
    .kind = "support",
    .operand = {.name = "PATH",
                .about = "support files and folders; default: the repository that holds this folder",
                .most = Operand::kAny},
    .examples = kReportSupportExamples,
    .has_pictures = true,
    .shows_people = true,
    .has_check = true,
    .run = run_support};

// `cpm trace`: the chain from the theory of change to support, for the newest plan of a repository or for plans that are
// named.
namespace {

struct Traced {
  report::Document page;
  report::Result result;
};

Traced traced(const Run& run, const model::Document& document) {
  CPM_ASSERT(model::content_as<model::Plan>(document) != nullptr);
  const score::TraceFiles files = score::trace_files(run.loaded->workspace, document);
  const score::Trace trace = score::trace(files, run.loaded->workspace.built_in);
  return {.page = report::trace_page(files, trace, context_of(run, document)),
          .result = report::trace_result(files, trace, run.loaded->sources)};
}

Answer run_trace(const Run& run) {
  if (run.documents.size() == 1) {
    Traced one = traced(run, *run.documents.front());
    return answer(run, std::move(one.page), std::move(one.result));
  }
  report::Document page{.title = "Chains of " + base::counted(run.documents.size(), "plan"), .blocks = {}};
  report::Result::List results;
  for (const model::Document* document : run.documents) {
    Traced one = traced(run, *document);
    std::string title = fmt::format("{} ({})", one.page.title, base::visible(document->path));
    report::append_part(page, std::move(one.page), std::move(title));
    results.push_back(std::move(one.result));
  }
  return answer(run, std::move(page), std::move(results));
}

constexpr Example kTraceExamples[] = {{"cpm trace", "the newest plan of the repository"},
                                      {"cpm trace -o reports/trace.md", "with a drawing, where Markdown is shown"}};

}  // namespace

extern const Command kTraceCommand{
    .name = "trace",
    .summary = "trace links from theory of change to support, and list what is not linked",
    .group = Group::plan,
    .needs = Needs::clean_files,
    .kind = "plan",
    .unnamed = Unnamed::newest,
    .operand = {.name = "PATH",
                .about = "plans, or the folder of a repository, of which the newest counts; default: this one",
                .most = Operand::kAny},
    .examples = kTraceExamples,
    .has_pictures = true,
    .whole_repository = true,
    .run = run_trace};

}  // namespace cpm::cli
