// `cpm new`: a first file of a kind. It never writes over a file that is there.
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

/// What the repository around this folder says, if there is one.
std::optional<std::string> own_county(const Run& run) {
  const std::optional<std::string> root = format::enclosing_repository(run.environment.files);
  if (!root) return std::nullopt;
  const std::string path = base::joined_path(*root, format::kRepositoryFile);
  const auto loaded = format::load(run.environment.files,
                                   {.paths = {path}, .standard_input = {}, .limits = {}, .as_of = run.as_of});
  for (const model::Document& document : loaded->workspace.documents)
    if (const auto* repository = model::content_as<model::Repository>(document);
        repository != nullptr && repository->county)
      return *repository->county;
  return std::nullopt;
}

void check_not_there(const Run& run) {
  const std::string file = run.arguments.value(kOutput).value_or("-");
  if (file != "-" && run.environment.files.kind(file) != base::EntryKind::missing)
    throw UsageError("`" + base::visible(file) + "` is there already, and `cpm new` writes over nothing",
                     "give `-o` another name");
}

/// The newest final Snapshot of the repository around this folder that a plan can be made from, if there is one.
std::optional<std::string> own_snapshot(const Run& run) {
  const std::optional<std::string> root = format::enclosing_repository(run.environment.files);
  if (!root) return std::nullopt;
  const auto loaded = format::load(run.environment.files,
                                   {.paths = {*root}, .standard_input = {}, .limits = {}, .as_of = run.as_of});
  const model::Document* newest = nullptr;
  const auto date = [](const model::Document& document) { return *std::get<model::Snapshot>(document.content).date; };
  for (const model::Document* document : model::documents_of<model::Snapshot>(loaded->workspace)) {
    const bool fits = document->usable &&
                      *std::get<model::Snapshot>(document->content).status == model::DocumentStatus::final;
    if (fits && (newest == nullptr || date(*document) >= date(*newest))) newest = document;
  }
  return newest == nullptr ? std::nullopt : std::optional{newest->path};
}

/// The Snapshot of `--from`, else for a plan in a county's repository its newest final one.
std::optional<Followed> followed(const Run& run, const format::Kind& kind) {
  const std::optional<std::string> path = run.arguments.value(kFrom);
  if (!path && kind.word == "plan" && !run.arguments.value(kCounty)) {
    const std::optional<std::string> own = own_snapshot(run);
    return own ? std::optional{followed_snapshot(run, *own)} : std::nullopt;
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
  } else if (const auto own = own_county(run)) {
    options.county = *own;
  }
}

}  // namespace

Answer run_new(const Run& run) {
  const format::Kind& kind = known_kind(run.arguments.operands().at(0));
  check_not_there(run);
  const auto built_in = format::load_built_in();
  const std::optional<Followed> snapshot = followed(run, kind);
  format::TemplateOptions options;
  options.date = run.as_of;
  set_county(run, snapshot, built_in->built_in.counties, options);
  options.instrument = snapshot ? snapshot->instrument : &built_in->built_in.instruments.at(0);
  if (snapshot) options.follows = &snapshot->start;
  return raw_answer(run, format::new_file(kind, options));
}

}  // namespace cpm::cli
