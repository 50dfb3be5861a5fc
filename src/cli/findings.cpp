#include "cli/findings.h"

#include <algorithm>
#include <set>
#include <tuple>

#include <fmt/format.h>

#include "base/files.h"
#include "base/text.h"
#include "cli/exit.h"
#include "cli/inputs.h"
#include "cli/options.h"
#include "cli/output.h"
#include "diag/catalog.h"
#include "diag/fingerprint.h"
#include "diag/marked.h"
#include "format/discover.h"
#include "rules/rules.h"

namespace cpm::cli {
namespace {

using diag::Diagnostic;
using diag::FileId;
using model::Document;

bool before(const Diagnostic& a, const Diagnostic& b, const diag::SourceMap& sources) {
  const auto path = [&](const Diagnostic& finding) {
    return finding.span.known() ? std::string_view{sources.file(finding.span.file).path()} : std::string_view{};
  };
  const auto place = [](const Diagnostic& finding) {
    return std::tuple{!finding.span.whole_file, finding.span.begin, finding.code, finding.span.end,
                      std::string_view{finding.message}};
  };
  if (a.span.file == b.span.file) return place(a) < place(b);
  return std::tuple{path(a), place(a)} < std::tuple{path(b), place(b)};
}

bool alike(const Diagnostic& a, const Diagnostic& b) {
  return a.code == b.code && a.span == b.span && a.message == b.message;
}

/// The file of an instrument, or nothing when it is built in.
const Document* document_of(const model::Instrument* instrument, const model::Workspace& workspace) {
  if (instrument == nullptr) return nullptr;
  for (const model::Instrument& built_in : workspace.built_in->instruments)
    if (instrument == &built_in) return nullptr;
  for (const Document& document : workspace.documents)
    if (model::content_as<model::Instrument>(document) == instrument) return &document;
  return nullptr;
}

/// `cpm.yaml`, also one that could not be read and is no settings then.
const Document* settings_of(const Document& document, const model::Workspace& workspace) {
  const diag::FileId known = workspace.homes[document.home].file;
  const std::string path = known >= 0 ? std::string()
                                      : base::joined_path(workspace.homes[document.home].root, format::kRepositoryFile);
  for (const Document& other : workspace.documents)  // by home first: a region has thousands of files
    if (other.home == document.home && (known >= 0 ? other.file == known : base::joined_path("", other.path) == path))
      return &other;
  return nullptr;
}

bool has_open_reference(const Document& document) {
  if (model::content_as<model::Snapshot>(document) != nullptr) return document.instrument == nullptr;
  const auto* plan = model::content_as<model::Plan>(document);
  return plan != nullptr && plan->snapshot && document.snapshot == nullptr;
}

void add_files(const Document& document, const format::Loaded& loaded, std::set<FileId>& files) {
  const model::Workspace& workspace = loaded.workspace;
  files.insert(document.file);
  if (const Document* instrument = document_of(document.instrument, workspace)) files.insert(instrument->file);
  if (const Document* settings = settings_of(document, workspace)) files.insert(settings->file);
  if (document.snapshot != nullptr) {
    files.insert(document.snapshot->file);
    if (const Document* instrument = document_of(document.snapshot->instrument, workspace))
      files.insert(instrument->file);
  }
  if (!has_open_reference(document)) return;
  for (const Document& other : workspace.documents)  // what it looks for may be in a file that could not be read
    if (other.home == document.home && std::holds_alternative<std::monostate>(other.content)) files.insert(other.file);
}

/// Which findings the reader of some documents is to see: those in them, and errors in what they rest upon.
class ConcernedFiles {
 public:
  ConcernedFiles(const std::vector<const Document*>& documents, const format::Loaded& loaded) {
    for (const Document* document : documents) {
      own_.insert(document->file);
      add_files(*document, loaded, around_);
    }
  }

  bool includes(const Diagnostic& finding) const {
    const bool error = finding.severity == diag::Severity::error;
    return !finding.span.known() || own_.contains(finding.span.file) || (error && around_.contains(finding.span.file));
  }

 private:
  std::set<FileId> own_;
  std::set<FileId> around_;
};

}  // namespace

void sort_findings(const diag::SourceMap& sources, diag::Diagnostics& findings) {
  std::vector<Diagnostic>& all = findings.all();
  const auto in_order = [&](const Diagnostic& a, const Diagnostic& b) { return before(a, b, sources); };
  if (!std::ranges::is_sorted(all, in_order)) std::ranges::stable_sort(all, in_order);
  all.erase(std::unique(all.begin(), all.end(), alike), all.end());
}

std::size_t judge_home(const format::Loaded& loaded, diag::Diagnostics& findings) {
  rules::check(loaded.workspace, {}, findings);
  diag::find_marked(loaded.sources, findings);
  std::vector<diag::Accepted> accepted = rules::apply_policy(loaded.workspace, findings);
  sort_findings(loaded.sources, findings);
  const std::vector<const Document*> asked = asked_documents(loaded);
  const ConcernedFiles concern(asked, loaded);
  std::erase_if(findings.all(), [&](const Diagnostic& finding) { return !concern.includes(finding); });
  return accepted.empty() ? 0 : accepted_in(asked, std::move(accepted)).size();
}

std::vector<diag::Accepted> judge(format::Loaded& loaded, diag::Severity least) {
  rules::check(loaded.workspace, {}, loaded.findings, least);
  diag::find_marked(loaded.sources, loaded.findings);
  std::vector<diag::Accepted> accepted = rules::apply_policy(loaded.workspace, loaded.findings);
  sort_findings(loaded.sources, loaded.findings);
  std::ranges::stable_sort(accepted, [&](const diag::Accepted& a, const diag::Accepted& b) {
    return before(a.finding, b.finding, loaded.sources);
  });
  return accepted;
}

diag::Diagnostics concerning(const std::vector<const Document*>& documents, const format::Loaded& loaded) {
  const ConcernedFiles concern(documents, loaded);
  diag::Diagnostics found;
  for (const Diagnostic& finding : loaded.findings.all())
    if (concern.includes(finding)) found.all().push_back(finding);
  return found;
}

std::vector<const Document*> asked_documents(const format::Loaded& loaded) {
  std::vector<const Document*> documents;
  for (const Document& document : loaded.workspace.documents)
    if (document.asked) documents.push_back(&document);
  return documents;
}

std::vector<diag::Accepted> accepted_in(const std::vector<const Document*>& documents,
                                        std::vector<diag::Accepted> accepted) {
  std::set<FileId> files;
  for (const Document* document : documents) files.insert(document->file);
  std::erase_if(accepted, [&](const diag::Accepted& known) { return !files.contains(known.finding.span.file); });
  return accepted;
}

bool is_broken(const Document& document, const format::Loaded& loaded, bool settings) {
  std::set<FileId> files = {document.file};
  if (const Document* instrument = document_of(document.instrument, loaded.workspace)) files.insert(instrument->file);
  if (const Document* own = settings_of(document, loaded.workspace); settings && own != nullptr)
    files.insert(own->file);
  return !document.usable || std::ranges::any_of(files, [&](FileId file) { return loaded.findings.has_error(file); });
}

void set_broken_aside(Run& run) {
  const bool settings = run.command.shows_people;
  const bool despite = run.arguments.has(kDespiteErrors);
  std::erase_if(run.documents, [&](const model::Document* document) {
    if (!is_broken(*document, *run.loaded, settings)) return false;
    const bool readable = kind_word(*document, run.loaded->sources) == run.command.kind &&
                          !std::holds_alternative<std::monostate>(document->content);
    const bool scored = run.command.kind != "snapshot" || document->instrument != nullptr;
    return !(despite && readable && scored);
  });
}

bool has_enough(const Run& run, std::size_t wanted) {
  const bool comparing = run.command.unnamed == Unnamed::two_newest;
  return comparing ? run.documents.size() == wanted && wanted > 1 : !run.documents.empty();
}

std::size_t rule_count(std::string_view topic_prefix) {
  std::set<diag::Code> wanted;
  std::set<diag::Code> others;
  for (const rules::Rule& rule : rules::rules())
    for (const diag::Code code : rule.codes) (rule.topic.starts_with(topic_prefix) ? wanted : others).insert(code);
  std::size_t count = 0;
  for (const diag::CodeInfo& row : diag::catalog())
    if (row.code < kFirstEnvironmentCode && (wanted.contains(row.code) || !others.contains(row.code))) ++count;
  return count;
}

namespace {

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
  if (run.command.keeps_baseline) {
    const std::string path = baseline_to_write(run);
    return files.kind(path) == base::EntryKind::missing ? std::nullopt : std::optional{path};
  }
  const std::optional<std::string> path = run.arguments.value(kBaseline);
  if (!path) return std::nullopt;
  if (path->empty()) throw UsageError("`--baseline` is empty", "name the file, such as `baseline.yaml`");
  if (files.kind(*path) == base::EntryKind::file) return path;
  throw UsageError(
      "there is no baseline " + base::ticked(*path),
      fmt::format("write what is known today into it with `cpm baseline --baseline {}`", shell_word(*path)));
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

const model::Document& asked_baseline(const std::string& path, const format::Loaded& loaded, const base::Files& files) {
  if (const model::Document* document = format::find_document(loaded.workspace, path)) return *document;
  const std::string real = files.real_path(path);
  for (const model::Document& document : loaded.workspace.documents)
    if (files.real_path(document.path) == real) return document;
  throw UsageError(base::ticked(path) + " could not be read",
                   "name a file that is not left out by `ignore` in `cpm.yaml`");
}

const model::Document* baseline_document(const std::string& path, const format::Loaded& loaded,
                                         const base::Files& files) {
  const model::Document& document = asked_baseline(path, loaded, files);
  const std::string word = kind_word(document, loaded.sources);
  if (!word.empty() && word != "baseline")
    throw UsageError(
        fmt::format("{} is no baseline but a file of the kind `{}`", base::ticked(path), base::visible(word)),
        "name the file that `cpm baseline` has written");
  return document.usable && model::content_as<model::Baseline>(document) != nullptr ? &document : nullptr;
}

std::string name_from(const std::string& baseline, const std::string& path, const base::Files& files) {
  if (path.starts_with('<')) return path;
  const std::string folder = files.real_path(base::folder_of(baseline));
  const std::string real = files.real_path(path);
  const std::string above = base::is_root(folder) || folder == "." ? folder : folder + "/";
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
