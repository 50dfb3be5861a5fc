#include "cli/trial.h"

#include <algorithm>
#include <map>
#include <tuple>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "base/text.h"
#include "cli/exit.h"
#include "cli/findings.h"
#include "cli/inputs.h"
#include "cli/options.h"
#include "diag/edits.h"
#include "format/memory.h"

namespace cpm::cli {
namespace {

using diag::Diagnostic;
using format::Loaded;

constexpr diag::Code kFirstOfReferences = 300;
constexpr int kMostRounds = 3;

yaml::Limits limits_of(const Run& run) {
  yaml::Limits limits;
  limits.nodes *= std::max<std::size_t>(1, max_file_size(run.arguments) / limits.bytes);
  limits.bytes = max_file_size(run.arguments);
  return limits;
}

std::string bytes_of(const Run& run, const std::string& file) {
  const base::Files& files = run.environment.files;
  if (file == "-") throw UsageError("standard input cannot be changed in place", "write it to a file, and name that");
  if (files.kind(file) == base::EntryKind::missing) missing_path(files, file);
  if (files.kind(file) == base::EntryKind::folder)
    throw UsageError(fmt::format("{} is a folder; a value is in one file", base::ticked(file)),
                     "name the file, such as `plans/2026-07.yaml`");
  base::FileReading reading = files.read(file, max_file_size(run.arguments));
  if (!reading.problem.empty())
    throw UsageError(fmt::format("{} cannot be read: {}", base::ticked(file), reading.problem), {}, 0, kFindings);
  return std::move(reading.bytes);
}

}  // namespace

std::string Trial::bytes() const {
  return bytes_of(run_, file_);
}

std::variant<edit::Edited, edit::Refusal> Trial::edited(const std::string& bytes, const edit::Change& change) const {
  const yaml::Limits limits = limits_of(run_);
  const diag::SourceFile source(file_, bytes);
  format::Memory* const memory = run_.environment.memory;
  return edit::edited(
      {.file = source, .id = 0, .limits = limits, .recent = memory == nullptr ? nullptr : &memory->recent_texts()},
      change);
}

std::shared_ptr<const Loaded> Trial::read() const {
  format::Request request{.paths = {file_}, .limits = limits_of(run_), .as_of = run_.as_of};
  request.memory = run_.environment.memory;
  std::unique_ptr<Loaded> loaded = format::load(overlay_, request);
  judge(*loaded);
  return loaded;
}

const model::Document* Trial::document_in(const Loaded& loaded) const {
  return format::find_document(loaded.workspace, file_);
}

void Trial::apply_fixes(std::string& bytes, std::shared_ptr<const Loaded>& loaded, Written& written) {
  for (int round = 0; round < kMostRounds && apply_once(bytes, loaded, written); ++round) {}
}

bool Trial::apply_once(std::string& bytes, std::shared_ptr<const Loaded>& loaded, Written& written) {
  const model::Document* const document = document_in(*loaded);
  if (document == nullptr) return false;
  std::vector<const diag::Fix*> wanted;
  for (const Diagnostic& finding : loaded->findings.all()) {
    if (finding.span.file != document->file || !diag::has_safe_fix(finding) || !written.meets(finding.span)) continue;
    const auto is_inside = [&](const diag::Edit& edit) { return written.holds(edit.span); };
    if (std::ranges::all_of(finding.fix->edits, is_inside)) wanted.push_back(&*finding.fix);
  }
  const auto chosen = diag::compatible_fixes(wanted, document->file, bytes.size());
  if (chosen.empty()) return false;
  bytes = diag::with_fixes(bytes, chosen);
  std::vector<diag::Edit> edits;
  for (const diag::Fix* const fix : chosen) edits.insert(edits.end(), fix->edits.begin(), fix->edits.end());
  std::ranges::stable_sort(edits, {}, [](const diag::Edit& edit) { return edit.span.begin; });
  std::for_each(edits.rbegin(), edits.rend(), [&written](const diag::Edit& edit) { written.follow(edit); });
  put(bytes);
  loaded = read();
  return true;
}

std::vector<Diagnostic> Trial::wrong_values(const Loaded& loaded, const Written& written) const {
  std::vector<Diagnostic> wrong;
  const model::Document* const document = document_in(loaded);
  for (const Diagnostic& finding : loaded.findings.all()) {
    const bool of_shape = finding.severity == diag::Severity::error && finding.code < kFirstOfReferences;
    if (of_shape && document != nullptr && finding.span.file == document->file && written.meets(finding.span))
      wrong.push_back(finding);
  }
  return wrong;
}

bool is_misshapen(const Loaded& loaded, const model::Document& document) {
  return std::ranges::any_of(loaded.findings.all(), [&](const Diagnostic& finding) {
    return finding.severity == diag::Severity::error && finding.code < kFirstOfReferences &&
           finding.span.file == document.file;
  });
}

diag::Diagnostics new_findings(const Loaded& before, const Loaded& after) {
  std::map<std::tuple<std::string, diag::Code, std::string>, std::size_t> known;
  const auto name = [](const Diagnostic& finding, const Loaded& loaded) {
    const std::string path = finding.span.known() ? loaded.sources.file(finding.span.file).path() : std::string();
    return std::tuple(path, finding.code, finding.message);
  };
  for (const Diagnostic& finding : before.findings.all()) ++known[name(finding, before)];
  diag::Diagnostics fresh;
  for (const Diagnostic& finding : after.findings.all()) {
    std::size_t& count = known[name(finding, after)];
    if (count > 0)
      --count;
    else
      fresh.all().push_back(finding);
  }
  return fresh;
}

}  // namespace cpm::cli
