#include "cli/baseline.h"

#include <algorithm>
#include <set>

#include "base/text.h"
#include "cli/exit.h"
#include "cli/findings.h"
#include "cli/options.h"
#include "cli/output.h"
#include "cli/selection.h"
#include "diag/fingerprint.h"

namespace cpm::cli {
namespace {

std::string quoted(std::string_view text) {
  return "`" + base::visible(text) + "`";
}

/// Is there a file of this name that this run did not look at?
bool was_checked(const model::BaselineEntry& entry, const std::string& baseline, const Run& run,
                 const std::set<std::string>& names) {
  if (!entry.file.given || names.contains(*entry.file)) return true;
  const std::string path = base::joined_path(base::folder_of(baseline), *entry.file);
  return run.environment.files.kind(path) == base::EntryKind::missing;
}

}  // namespace

std::optional<std::string> baseline_to_read(const Run& run) {
  const base::Files& files = run.environment.files;
  if (knows(run.command, kBaselineToWrite)) {
    const std::string path = baseline_to_write(run);
    return files.kind(path) == base::EntryKind::missing ? std::nullopt : std::optional{path};
  }
  const std::optional<std::string> path = knows(run.command, kBaseline) ? run.arguments.value(kBaseline) : std::nullopt;
  if (!path) return std::nullopt;
  if (path->empty()) throw UsageError("`--baseline` is empty", "name the file, such as `baseline.yaml`");
  if (files.kind(*path) == base::EntryKind::file) return path;
  throw UsageError("there is no baseline " + quoted(*path),
                   "write what is known today into it with `cpm baseline --baseline " + shell_word(*path) + "`");
}

std::string baseline_to_write(const Run& run) {
  if (const auto path = run.arguments.value(kBaselineToWrite)) {
    if (path->empty()) throw UsageError("`--baseline` is empty", "name the file, such as `baseline.yaml`");
    return *path;
  }
  const std::string first = run.paths.empty() || run.paths.front() == "-" ? "." : run.paths.front();
  const bool is_folder = run.environment.files.kind(first) == base::EntryKind::folder;
  return base::joined_path(is_folder ? first : base::folder_of(first), "baseline.yaml");
}

const model::Document& asked_document(const std::string& path, const format::Loaded& loaded, const base::Files& files) {
  if (const model::Document* document = format::find_document(loaded.workspace, path)) return *document;
  const std::string real = files.real_path(path);
  for (const model::Document& document : loaded.workspace.documents)
    if (files.real_path(document.path) == real) return document;
  throw UsageError(quoted(path) + " could not be read", "name a file that is not left out by `ignore` in `cpm.yaml`");
}

const model::Document* baseline_document(const std::string& path, const format::Loaded& loaded,
                                         const base::Files& files) {
  const model::Document& document = asked_document(path, loaded, files);
  const std::string word = kind_word(document, loaded.sources);
  if (!word.empty() && word != "baseline")
    throw UsageError(quoted(path) + " is no baseline but a file of the kind `" + base::visible(word) + "`",
                     "name the file that `cpm baseline` has written");
  return document.usable && model::content_as<model::Baseline>(document) != nullptr ? &document : nullptr;
}

std::string name_from(const std::string& baseline, const std::string& path, const base::Files& files) {
  if (path.starts_with('<')) return path;
  const std::string folder = files.real_path(base::folder_of(baseline));
  const std::string real = files.real_path(path);
  const std::string above = folder == "/" || folder == "." ? folder : folder + "/";
  if (above != "." && real.starts_with(above)) return real.substr(above.size());
  return base::joined_path("", path);
}

std::vector<std::string> fingerprints_for(const std::string& baseline, const diag::Diagnostics& findings,
                                          const Run& run) {
  const base::Files& files = run.environment.files;
  return diag::fingerprints(findings.all(), run.loaded->sources,
                            [&](const diag::SourceFile& file) { return name_from(baseline, file.path(), files); });
}

rules::BaselineAnswer baseline_answer(const std::string& path, const model::Document& baseline, const Run& run,
                                      diag::Diagnostics& findings) {
  const base::Files& files = run.environment.files;
  std::set<std::string> names;
  for (const model::Document* other : run.command.kind.empty() ? asked_documents(*run.loaded) : run.documents)
    names.insert(name_from(path, other->path, files));
  const std::vector<std::string> prints = fingerprints_for(path, findings, run);
  return rules::apply_baseline(
      {.baseline = model::content_of<model::Baseline>(baseline),
       .fingerprints = prints,
       .as_of = run.as_of,
       .name = shell_word(path),
       .was_checked = [&](const model::BaselineEntry& entry) { return was_checked(entry, path, run, names); }},
      findings);
}

void apply_baseline(const std::string& path, Run& run) {
  run.known = 0;
  const model::Document* const document = baseline_document(path, *run.loaded, run.environment.files);
  if (document == nullptr) return;
  rules::BaselineAnswer answer = baseline_answer(path, *document, run, run.findings);
  run.known = answer.known.size();
  for (diag::Accepted& known : answer.known) run.accepted.push_back(std::move(known));
  sort_findings(run.loaded->sources, run.findings);
}

}  // namespace cpm::cli
