#include "cli/findings.h"

#include <algorithm>
#include <set>
#include <tuple>

#include "base/files.h"
#include "cli/options.h"
#include "cli/selection.h"
#include "diag/catalogue.h"
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
  return std::tuple{path(a), place(a)} < std::tuple{path(b), place(b)};
}

bool alike(const Diagnostic& a, const Diagnostic& b) {
  return a.code == b.code && a.span == b.span && a.message == b.message;
}

/// The file of an instrument, or nothing when it is built in.
const Document* document_of(const model::Instrument* instrument, const model::Workspace& workspace) {
  for (const Document& document : workspace.documents)
    if (instrument != nullptr && model::content_as<model::Instrument>(document) == instrument) return &document;
  return nullptr;
}

const Document* settings_of(const Document& document, const model::Workspace& workspace) {
  const std::string path = base::joined_path(workspace.homes[document.home].root, format::kRepositoryFile);
  for (const Document& other : workspace.documents)  // by home first: a region has thousands of files
    if (other.home == document.home && base::joined_path("", other.path) == base::joined_path("", path)) return &other;
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

}  // namespace

void judge(format::Loaded& loaded) {
  rules::check(loaded.workspace, {}, loaded.findings);
  rules::apply_policy(loaded.workspace, loaded.findings);
  std::vector<Diagnostic>& all = loaded.findings.all();
  std::ranges::stable_sort(all, [&](const Diagnostic& a, const Diagnostic& b) { return before(a, b, loaded.sources); });
  all.erase(std::unique(all.begin(), all.end(), alike), all.end());
}

diag::Diagnostics concerning(const std::vector<const Document*>& documents, const format::Loaded& loaded) {
  std::set<FileId> own;
  std::set<FileId> around;
  for (const Document* document : documents) {
    own.insert(document->file);
    add_files(*document, loaded, around);
  }
  diag::Diagnostics found;
  for (const Diagnostic& finding : loaded.findings.all()) {
    const bool error = finding.severity == diag::Severity::error;
    if (!finding.span.known() || own.contains(finding.span.file) || (error && around.contains(finding.span.file)))
      found.all().push_back(finding);
  }
  return found;
}

diag::Diagnostics concerning_asked(const format::Loaded& loaded) {
  std::vector<const Document*> documents;
  for (const Document& document : loaded.workspace.documents)
    if (document.asked) documents.push_back(&document);
  return concerning(documents, loaded);
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
