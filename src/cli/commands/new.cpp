// `cpm new`: a first file of a kind. It never writes over a file that is there.
#include <memory>
#include <utility>

#include "base/text.h"
#include "cli/commands/answers.h"
#include "cli/commands/known_county.h"
#include "cli/commands/known_kind.h"
#include "cli/commands/plan_start.h"
#include "cli/commands/runners.h"
#include "cli/exit.h"
#include "cli/options.h"
#include "cli/output.h"
#include "format/discover.h"
#include "format/templates.h"

namespace cpm::cli {
namespace {

void check_not_there(const Run& run) {
  const std::string file = run.arguments.value(kOutput).value_or("-");
  if (file != "-" && run.environment.files.kind(file) != base::EntryKind::missing)
    throw UsageError("`" + base::visible(file) + "` is there already, and `cpm new` writes over nothing",
                     "give `-o` another name");
}

/// The repository around this folder with all its files, if there is one.
std::unique_ptr<format::Loaded> own_repository(const Run& run) {
  const std::optional<std::string> root = format::enclosing_repository(run.environment.files);
  if (!root) return nullptr;
  return format::load(run.environment.files,
                      {.paths = {*root}, .standard_input = {}, .limits = {}, .as_of = run.as_of});
}

/// The home that was asked for comes first; others may lie in folders below it, and are other counties'.
constexpr std::size_t kOwnHome = 0;

/// The newest usable file of a kind that fits, or nullptr.
template <class Content, class Fits>
const model::Document* newest(const model::Workspace& workspace, const Fits& fits) {
  const model::Document* newest = nullptr;
  const auto date = [](const model::Document& document) { return *std::get<Content>(document.content).date; };
  for (const model::Document* document : model::documents_of<Content>(workspace)) {
    if (document->home != kOwnHome || !document->usable || !fits(std::get<Content>(document->content))) continue;
    if (newest == nullptr || date(*document) >= date(*newest)) newest = document;
  }
  return newest;
}

/// The newest final Snapshot of the repository that a plan can be made from, if there is one.
std::optional<std::string> own_snapshot(const format::Loaded& own) {
  const model::Document* const found = newest<model::Snapshot>(
      own.workspace, [](const model::Snapshot& snapshot) { return *snapshot.status == model::DocumentStatus::final; });
  return found == nullptr ? std::nullopt : std::optional{found->path};
}

/// What `cpm.yaml` and the newest plan of the repository say; `county` as well.
void take_over(const format::Loaded& own, format::TemplateOptions& options) {
  if (const model::Repository* const repository = own.workspace.homes.at(kOwnHome).repository) {
    if (repository->county) options.county = *repository->county;
    if (repository->academy) options.home.academy = *repository->academy;
    if (repository->fiscal_year_start)
      options.home.fiscal_year_start = static_cast<unsigned>(*repository->fiscal_year_start);
  }
  const model::Document* const plan = newest<model::Plan>(own.workspace, [](const model::Plan&) { return true; });
  if (plan == nullptr) return;
  options.home.plan = plan->inside;
  const model::Plan& content = std::get<model::Plan>(plan->content);
  if (!content.priorities.empty()) options.home.priority = *content.priorities.front().id;
}

/// The Snapshot of `--from`, else for a plan in a county's repository its newest final one.
std::optional<Followed> followed(const Run& run, const format::Kind& kind, const format::Loaded* own) {
  const std::optional<std::string> path = run.arguments.value(kFrom);
  if (!path && kind.word == "plan" && own != nullptr) {
    const std::optional<std::string> snapshot = own_snapshot(*own);
    return snapshot ? std::optional{followed_snapshot(run, *snapshot)} : std::nullopt;
  }
  if (!path) return std::nullopt;
  if (kind.word != "plan")
    throw UsageError("`--from` is for plans; a " + std::string(kind.one) + " follows no Snapshot",
                     "leave `--from` out, or run `cpm new plan --from " + shell_word(*path) + "`");
  return followed_snapshot(run, *path);
}

void set_county(const Run& run, const std::optional<Followed>& snapshot, const model::Counties& counties,
                format::TemplateOptions& options) {
  if (const auto county = run.arguments.value(kCounty)) {
    check_county(*county, counties);
    options.county = *county;
  } else if (snapshot) {
    options.county = snapshot->county;
  }
}

}  // namespace

Answer run_new(const Run& run) {
  const format::Kind& kind = known_kind(run.arguments.operands().at(0));
  check_not_there(run);
  const auto built_in = format::load_built_in();
  // With `--county` the file is for somebody else's repository.
  const std::unique_ptr<format::Loaded> own = run.arguments.value(kCounty) ? nullptr : own_repository(run);
  const std::optional<Followed> snapshot = followed(run, kind, own.get());
  format::TemplateOptions options;
  options.date = run.as_of;
  if (own != nullptr) take_over(*own, options);
  set_county(run, snapshot, built_in->built_in.counties, options);
  options.instrument = snapshot ? snapshot->instrument : &built_in->built_in.instruments.at(0);
  if (snapshot) options.follows = &snapshot->start;
  return raw_answer(run, format::new_file(kind, options));
}

}  // namespace cpm::cli
