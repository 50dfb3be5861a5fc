#include "cli/findings.h"

#include <algorithm>
#include <set>
#include <tuple>

#include "base/files.h"
#include "cli/options.h"
#include "cli/selection.h"
#include "diag/catalogue.h"
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
class Concern {
 public:
  Concern(const std::vector<const Document*>& documents, const format::Loaded& loaded) {
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

void judge_home(const format::Loaded& loaded, diag::Diagnostics& findings) {
  rules::check(loaded.workspace, {}, findings);
  diag::find_marked(loaded.sources, findings);
  rules::apply_policy(loaded.workspace, findings);
  sort_findings(loaded.sources, findings);
  const Concern concern(asked_documents(loaded), loaded);
  std::erase_if(findings.all(), [&](const Diagnostic& finding) { return !concern.includes(finding); });
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
  const Concern concern(documents, loaded);
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
  const bool settings = knows(run.command, kNoContacts);
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
  constexpr diag::Code kEnvironment = 900;
  std::set<diag::Code> wanted;
  std::set<diag::Code> others;
  for (const rules::Rule& rule : rules::rules())
    for (const diag::Code code : rule.codes) (rule.topic.starts_with(topic_prefix) ? wanted : others).insert(code);
  std::size_t count = 0;
  for (const diag::CodeInfo& row : diag::catalogue())
    if (row.code < kEnvironment && (wanted.contains(row.code) || !others.contains(row.code))) ++count;
  return count;
}

}  // namespace cpm::cli
