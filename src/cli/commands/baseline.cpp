// `cpm baseline`: writes the findings of today into the file that `cpm check --baseline` reads. The only way in which a
// baseline grows, and it names each entry that is new.
#include <algorithm>
#include <fmt/format.h>
#include <set>

#include "base/text.h"
#include "cli/commands/answers.h"
#include "cli/exit.h"
#include "cli/findings.h"
#include "cli/options.h"
#include "diag/catalog.h"
#include "diag/fingerprint.h"
#include "diag/record_path.h"
#include "format/baseline_text.h"

namespace cpm::cli {
namespace {

using format::NewBaselineEntry;
using model::BaselineEntry;

/// What is to be done to the file.
struct Changes {
  std::string path;
  const model::Document* document = nullptr;  ///< nullptr: there is no such file yet
  std::vector<NewBaselineEntry> added = {};
  std::vector<const BaselineEntry*> taken_out = {};
  format::Renewal renewal = {};
  std::size_t ended = 0;  ///< entries that hold no more, though they match something
  std::size_t kept = 0;   ///< other entries that were there
};

/// What identifies a client is never recorded as known: only `cpm.yaml` accepts it, with a reason.
bool is_client_data(const diag::Diagnostic& finding) {
  return diag::find_code(finding.code)->client_data;
}

/// Findings in the files of the county: not those in the baseline itself, nor what the machine is to blame for.
diag::Diagnostics known_today(const Run& run, const model::Document* baseline) {
  diag::Diagnostics findings;
  for (const diag::Diagnostic& finding : run.findings.all())
    if (finding.code < kFirstEnvironmentCode && finding.span.known() && !is_client_data(finding) &&
        (baseline == nullptr || finding.span.file != baseline->file))
      findings.all().push_back(finding);
  return findings;
}

const model::Document* existing(const Run& run, const std::string& path) {
  if (run.environment.files.kind(path) == base::EntryKind::missing) return nullptr;
  const model::Document* const document = baseline_document(path, *run.loaded, run.environment.files);
  if (document != nullptr) return document;
  throw UsageError(base::ticked(path) + " has errors, so nothing was changed", "`cpm check` names them; fix them first",
                   0, kFindings);
}

/// The day that `--until` names; it must be one on which something can hold.
std::optional<base::Date> until_of(const Run& run) {
  const std::optional<base::Date> until = day_of(kUntil, run.arguments);
  if (!until || *until >= run.as_of) return until;
  throw UsageError(fmt::format("`--until` {} is over on {}, the day to judge by", base::ticked(base::to_text(*until)),
                               base::to_text(run.as_of)),
                   "give a later day: the last one on which the entries hold");
}

NewBaselineEntry entry_for(const diag::Diagnostic& finding, std::string fingerprint, const Changes& changes,
                           diag::FindingRecords& records, const Run& run) {
  const diag::SourceMap& sources = run.loaded->sources;
  return {.fingerprint = std::move(fingerprint),
          .code = diag::code_text(finding.code),
          .file = name_from(changes.path, sources.file(finding.span.file).path(), run.environment.files),
          .record = base::visible(records.of(finding)),
          .found = base::visible(finding.message),
          .since = run.as_of,
          .reason = run.arguments.value(kReason).value_or(""),
          .until = until_of(run)};
}

void add_new(Changes& changes, const diag::Diagnostics& findings, const Run& run) {
  const std::vector<std::string> prints = fingerprints_for(changes.path, findings, run);
  diag::FindingRecords records(run.loaded->sources);
  std::set<std::string> known;
  if (changes.document != nullptr)
    for (const BaselineEntry& entry : model::content_of<model::Baseline>(*changes.document).entries)
      if (entry.fingerprint.given) known.insert(*entry.fingerprint);
  for (std::size_t i = 0; i < prints.size(); ++i)
    if (!known.contains(prints[i]))
      changes.added.push_back(entry_for(findings.all()[i], prints[i], changes, records, run));
}

/// Entries that have ended begin to hold again with `--until`.
void renew(Changes& changes, std::vector<const BaselineEntry*> ended, const Run& run) {
  const std::optional<base::Date> until = until_of(run);
  if (until && !run.arguments.has(kPrune))
    changes.renewal = {.entries = std::move(ended), .until = *until};
  else
    changes.ended = ended.size();
}

Changes changes_of(const Run& run) {
  until_of(run);
  Changes changes{.path = baseline_to_write(run)};
  changes.document = existing(run, changes.path);
  const diag::Diagnostics findings = known_today(run, changes.document);
  if (!run.arguments.has(kPrune)) add_new(changes, findings, run);
  if (changes.document == nullptr) return changes;
  diag::Diagnostics copy = findings;
  rules::BaselineAnswer answer = baseline_answer(changes.path, *changes.document, run, copy);
  changes.taken_out = std::move(answer.stale);
  renew(changes, std::move(answer.ended), run);
  changes.kept = model::content_of<model::Baseline>(*changes.document).entries.size() - changes.taken_out.size() -
                 changes.ended;
  return changes;
}

std::string new_bytes(const Changes& changes, const Run& run) {
  if (changes.document == nullptr) return format::baseline_text(changes.added);
  const std::optional<std::string> bytes = format::changed_baseline(
      run.loaded->sources.file(changes.document->file), model::content_of<model::Baseline>(*changes.document),
      changes.taken_out, changes.added, changes.renewal);
  if (bytes) return *bytes;
  throw UsageError(base::ticked(changes.path) + " is not laid out as `cpm baseline` writes it, so nothing was changed",
                   "begin each entry with `- ` on a line of its own", 0, kFindings);
}

void write(const Changes& changes, const Run& run) {
  base::Files& files = run.environment.files;
  const std::string bytes = new_bytes(changes, run);
  if (changes.document != nullptr) {
    const std::string& read = run.loaded->sources.file(changes.document->file).bytes();
    if (bytes == read) return;
    if (files.read(changes.path, read.size() + 1).bytes != read)
      throw base::IoError(base::ticked(changes.path) + " was changed while cpm was at work; nothing was written");
  }
  files.write(changes.path, bytes);
}

report::Table table_of(std::string caption) {
  return {.caption = std::move(caption),
          .columns = {{.head = "Code"}, {.head = "File"}, {.head = "Record"}, {.head = "What was found"}},
          .rows = {}};
}

std::string lead_of(const Changes& changes, const Run& run) {
  const std::size_t entries = changes.kept + changes.added.size();
  std::string text = fmt::format("{}: {}, {} of them new; {} taken out.", base::ticked(changes.path),
                                 base::counted(entries, "known finding"), changes.added.size(),
                                 changes.taken_out.size());
  if (const std::size_t renewed = changes.renewal.entries.size(); renewed > 0)
    text += fmt::format(" {} renewed up to {}.", base::counted(renewed, "ended entry", "ended entries"),
                        base::to_text(changes.renewal.until));
  if (changes.ended > 0)
    text += fmt::format(" {}, so a check reports what was known by {}: fix that, or renew with `--until DATE`.",
                        base::counted(changes.ended, "more entry has ended", "more entries have ended"),
                        changes.ended == 1 ? "it" : "them");
  if (run.arguments.has(kPrune)) text += " Nothing is added with --prune.";
  return text;
}

report::Document page_of(const Changes& changes, const Run& run) {
  report::Document page{.title = "Baseline", .blocks = {}};
  page.blocks.emplace_back(report::Paragraph{.text = lead_of(changes, run), .lead = true});
  report::Table added = table_of("New: known from now on");
  for (const NewBaselineEntry& entry : changes.added)
    added.rows.push_back({{.text = entry.code}, {.text = entry.file}, {.text = entry.record}, {.text = entry.found}});
  report::Table taken_out = table_of("Taken out: they match nothing any more");
  for (const BaselineEntry* entry : changes.taken_out)
    taken_out.rows.push_back({{.text = entry->code.value},
                              {.text = entry->file.value},
                              {.text = entry->record.value},
                              {.text = entry->found.value}});
  for (report::Table* table : {&added, &taken_out})
    if (!table->rows.empty()) page.blocks.emplace_back(std::move(*table));
  return page;
}

report::Result result_of(const Changes& changes) {
  report::Result::List added;
  for (const NewBaselineEntry& entry : changes.added)
    added.push_back(report::Result::Fields{{"fingerprint", entry.fingerprint},
                                           {"code", entry.code},
                                           {"file", entry.file},
                                           {"record", entry.record},
                                           {"found", entry.found}});
  report::Result::List taken_out;
  for (const BaselineEntry* entry : changes.taken_out)
    taken_out.push_back(report::Result::Fields{{"fingerprint", entry->fingerprint.value},
                                               {"code", entry->code.value},
                                               {"file", entry->file.value},
                                               {"record", entry->record.value},
                                               {"found", entry->found.value}});
  return report::Result::Fields{
      {"file", changes.path},   {"kept", changes.kept},      {"renewed", changes.renewal.entries.size()},
      {"ended", changes.ended}, {"added", std::move(added)}, {"taken_out", std::move(taken_out)}};
}

Answer run_baseline(const Run& run) {
  const Changes changes = changes_of(run);
  write(changes, run);
  Answer done = answer(run, page_of(changes, run), result_of(changes));
  if (const auto count = std::ranges::count_if(run.findings.all(), is_client_data); count > 0)
    done.remarks.push_back(
        fmt::format("{} of client data {} not recorded: take the data out, or accept it in `cpm.yaml` with a reason",
                    base::counted(count, "finding"), base::is_are(count)));
  done.reread = std::shared_ptr<const format::Loaded>(run.loaded, [](const format::Loaded*) {});
  return done;  // what was found is on the page, as entries; nothing is left to be reported
}

constexpr const Option* kBaselineOptions[] = {&kBaselineToWrite, &kReason, &kUntil, &kPrune};
constexpr Example kBaselineExamples[] = {
    {"cpm baseline", "what is known today, into baseline.yaml"},
    {"cpm baseline --until 2026-12-31 --reason \"to be fixed with the next plan\"", "with an end and a reason"},
    {"cpm baseline --prune", "take out what has been fixed"}};

}  // namespace

extern const Command kBaselineCommand{
    .name = "baseline",
    .summary = "record today's findings, so that later checks report only new ones",
    .group = Group::check,
    .needs = Needs::files,
    .operand = {.name = "PATH",
                .about = "files and folders; default: the repository that holds this folder",
                .most = Operand::kAny},
    .options = kBaselineOptions,
    .examples = kBaselineExamples,
    .names_its_files = true,
    .keeps_baseline = true,
    .run = run_baseline};

}  // namespace cpm::cli
