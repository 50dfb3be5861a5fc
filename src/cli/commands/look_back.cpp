#include "cli/commands/look_back.h"

#include <algorithm>
#include <cstddef>
#include <deque>
#include <string>
#include <tuple>
#include <utility>
#include <variant>
#include <vector>

#include "base/text.h"
#include "cli/exit.h"
#include "cli/findings.h"
#include "cli/inputs.h"
#include "cli/options.h"
#include "format/read_document.h"
#include "score/replaced.h"

namespace cpm::cli {
namespace {

using model::Document;

/// The plan and the others of its county, without those that cannot be relied upon; the oldest first.
std::vector<const Document*> plans_of_county(const Run& run, const Document& document) {
  const auto& own = model::content_of<model::Plan>(document);
  std::vector<const Document*> found;
  for (const Document* const other : model::documents_of<model::Plan>(run.loaded->workspace)) {
    const auto& plan = model::content_of<model::Plan>(*other);
    const bool fits = other->home == document.home && !other->past && plan.county.value == own.county.value &&
                      plan.date && !is_broken(*other, *run.loaded, false);
    if (other == &document || fits) found.push_back(other);
  }
  std::ranges::sort(found, {}, [](const Document* one) {
    return std::tuple{model::content_of<model::Plan>(*one).date.value, one->path};
  });
  return found;
}

constexpr std::size_t kMostVersions = 200;  // of a file

[[noreturn]] void no_history(const Document& document, const GitReading& reading) {
  const std::string file = base::ticked(document.path);
  switch (reading.problem) {
    case GitProblem::no_repository:
      throw UsageError("`--history` cannot be used: " + file + " is not in the working folder of a git repository",
                       "leave `--history` out: then due dates count as they are now");
    case GitProblem::no_program:
      throw UsageError("`--history` cannot be used: git is not installed", "install git, or leave `--history` out");
    default:
      throw UsageError("`--history` cannot be used: git gave no answer about " + file, "git says: " + reading.said);
  }
}

GitPast past_of(const Run& run, const Document& document) {
  const Environment& environment = run.environment;
  if (!environment.git_past) no_history(document, {.problem = GitProblem::no_program});
  const VersionName newest{.file = document.path, .revision = "HEAD"};
  GitPast past = environment.git_past({.file = git_question(newest, environment.files),
                                       .bytes = max_file_size(run.arguments),
                                       .versions = kMostVersions});
  if (past.reading.problem != GitProblem::none) no_history(document, past.reading);
  return past;
}

/// One version; of any other kind than a plan when it cannot be read as one.
model::Content content_of_version(base::FileReading version, const Document& document, const Run& run,
                                  std::string& print) {
  model::Content content;
  if (!version.problem.empty()) return content;
  const diag::SourceFile file(document.path, std::move(version.bytes));
  yaml::Limits limits;
  limits.bytes = max_file_size(run.arguments);
  diag::Diagnostics unsaid;  // what was wrong then is no finding of today
  format::read_untried(file, document.file, limits, &run.loaded->built_in, content, unsaid, &print);
  return content;
}

/// Earlier versions of the files, where they stay as long as something points into them.
struct Kept {
  std::deque<model::Content> contents = {};
  report::History history = {};
};

/// Those versions that say something else than the one after them, the oldest first. So a version with other comments does not
/// count, and the newest does not when the file is as it was committed.
std::vector<const model::Plan*> earlier(const Run& run, const Document& document, Kept& kept) {
  GitPast past = past_of(run, document);
  std::vector<const model::Plan*> plans;
  std::string after = document.print;
  for (base::FileReading& version : past.versions) {
    std::string print;
    model::Content content = content_of_version(std::move(version), document, run, print);
    if (!std::holds_alternative<model::Plan>(content)) ++kept.history.unread;
    if (!std::holds_alternative<model::Plan>(content) || print == after) continue;
    plans.push_back(&std::get<model::Plan>(kept.contents.emplace_back(std::move(content))));
    after = std::move(print);
  }
  kept.history.versions += plans.size();
  if (!plans.empty()) ++kept.history.plans;
  kept.history.shallow = kept.history.shallow || past.shallow;
  kept.history.more = kept.history.more || past.more;
  std::ranges::reverse(plans);
  return plans;
}

}  // namespace

LookBack look_back(const Run& run, const Document& document) {
  const bool asks_git = run.arguments.has(kHistory);
  std::vector<score::PlanVersion> versions;
  Kept kept{.history = {.most = kMostVersions}};
  std::size_t number = 0;
  for (const Document* const one : plans_of_county(run, document)) {
    if (asks_git && !one->path.starts_with('<'))
      for (const model::Plan* const plan : earlier(run, *one, kept))
        versions.push_back({.plan = plan, .file = number, .past = true});
    versions.push_back({.plan = &model::content_of<model::Plan>(*one), .file = number++});
  }
  LookBack back{.outlook = score::outlook(model::content_of<model::Plan>(document), versions, run.as_of)};
  if (asks_git) back.history = kept.history;
  return back;
}

score::Progress progress_of(const Run& run, const Document& document) {
  const Document* const later = score::replaced_by(document, run.loaded->workspace);
  return score::progress(model::content_of<model::Plan>(document), run.as_of,
                         later == nullptr ? nullptr : &model::content_of<model::Plan>(*later));
}

}  // namespace cpm::cli
