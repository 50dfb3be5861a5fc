// `cpm report --all`: every report that the repository's files allow, into its reports folder; `--check` proves them.
#include <algorithm>

#include "base/text.h"
#include "cli/commands/answers.h"
#include "cli/commands/runners.h"
#include "cli/exit.h"
#include "cli/options.h"
#include "cli/output.h"
#include "cli/part.h"

namespace cpm::cli {
namespace {

/// What became of one report; the words are those of the JSON.
struct Entry {
  std::string name;
  std::string file = {};  ///< empty: left out
  std::string status = {};
  std::string reason = {};
};

std::string folder_of_reports(const model::Home& home) {
  std::string folder = "reports";
  if (home.repository != nullptr && home.repository->reports && home.repository->reports->folder)
    folder = *home.repository->reports->folder;
  const std::string inside = base::joined_path(".", folder);
  if (folder.starts_with('/') || inside == ".." || inside.starts_with("../"))
    throw UsageError("the folder for reports, `" + base::visible(folder) + "`, lies outside the repository",
                     "name a folder inside it in `cpm.yaml` under `reports`");
  return base::joined_path(home.root, folder);
}

/// Only what the files say: neither the terminal nor the format of the list that this command prints.
std::string markdown(const Run& run, const Command& command, report::Document page) {
  report::Outcome outcome;
  outcome.command = schema_word(command.name);
  outcome.page = std::move(page);
  const diag::Diagnostics none;
  return render::find_format("markdown")
      ->write({.outcome = outcome, .findings = none, .sources = run.loaded->sources, .settings = {}});
}

std::string proof(const base::Files& files, const std::string& file, const std::string& bytes) {
  constexpr std::size_t kMost = 64 * 1024 * 1024;
  if (files.kind(file) == base::EntryKind::missing) return "missing";
  const base::FileReading reading = files.read(file, kMost);
  return reading.problem.empty() && reading.bytes == bytes ? "up_to_date" : "stale";
}

Entry settle(const Run& run, const Command& command, const std::string& folder, MadePart made) {
  Entry entry{.name = made.part.name, .status = "left_out", .reason = made.part.reason};
  if (!made.part.page) return entry;
  entry.file = base::joined_path(folder, made.part.name + ".md");
  const std::string bytes = markdown(run, command, std::move(*made.part.page));
  if (run.arguments.has(kProofOfAll)) {
    entry.status = proof(run.environment.files, entry.file, bytes);
    return entry;
  }
  entry.status = "written";
  run.environment.files.make_folder(folder);
  run.environment.files.write(entry.file, bytes);
  return entry;
}

/// The command that writes what `--check` looks at, for the same day.
std::string renewing(const Run& run) {
  std::string line = "cpm report --all";
  for (const std::string& operand : run.arguments.operands()) line += " " + shell_word(operand);
  if (run.arguments.has(kNoContacts)) line += " --no-contacts";
  if (const auto size = run.arguments.value(kMaxFileSize)) line += " --max-file-size " + shell_word(*size);
  return line + " --as-of " + base::to_text(run.as_of);
}

std::size_t count(const std::vector<Entry>& entries, std::string_view status) {
  return static_cast<std::size_t>(std::ranges::count(entries, status, &Entry::status));
}

bool is_stale(const std::vector<Entry>& entries) {
  return count(entries, "stale") + count(entries, "missing") > 0;
}

std::string lead_text(const Run& run, const std::vector<Entry>& entries) {
  const std::size_t written = count(entries, "written");
  const std::size_t fine = count(entries, "up_to_date");
  const std::string day = ", as of " + base::written_out(run.as_of) + ".";
  if (!run.arguments.has(kProofOfAll)) return base::counted(written, "report") + " written" + day;
  const std::size_t bad = count(entries, "stale") + count(entries, "missing");
  const auto verb = [](std::size_t number) { return number == 1 ? " is " : " are "; };
  if (bad == 0) return base::counted(fine, "report") + verb(fine) + "up to date" + day;
  return std::to_string(bad) + " of " + base::counted(bad + fine, "report") + verb(bad) + "not up to date" + day;
}

report::Document page_of(const Run& run, const std::vector<Entry>& entries) {
  report::Document page{.title = "Reports of " + county_of(run), .blocks = {}};
  page.blocks.emplace_back(report::Paragraph{.text = lead_text(run, entries), .lead = true});
  report::Table table{
      .caption = {}, .columns = {{.head = "Report"}, {.head = "File"}, {.head = "Outcome"}}, .rows = {}};
  for (const Entry& entry : entries) {
    std::string status = entry.status;
    std::ranges::replace(status, '_', ' ');
    if (!entry.reason.empty()) status += ": " + entry.reason;
    table.rows.push_back({{.text = entry.name}, {.text = entry.file.empty() ? "none" : entry.file}, {.text = status}});
  }
  page.blocks.emplace_back(std::move(table));
  if (is_stale(entries))
    page.blocks.emplace_back(report::Paragraph{.text = "Renew them with `" + renewing(run) +
                                                       "`; reports of another day need its `--as-of DATE`."});
  return page;
}

report::Result result_of(const Run& run, const std::vector<Entry>& entries) {
  const auto text = [](const std::string& some) { return some.empty() ? report::Result() : report::Result(some); };
  report::Result::List list;
  for (const Entry& entry : entries)
    list.emplace_back(report::Result::Fields{
        {"report", entry.name}, {"file", text(entry.file)}, {"status", entry.status}, {"reason", text(entry.reason)}});
  return report::Result::Fields{
      {"as_of", base::to_text(run.as_of)}, {"renew", renewing(run)}, {"reports", std::move(list)}};
}

}  // namespace

Answer run_report_all(const Run& run) {
  if (!run.arguments.has(kAll))
    throw UsageError("`cpm report` needs to know which report", "name one, or give `--all`; run `cpm help report`");
  const model::Home& home = only_home(run);
  const std::string folder = folder_of_reports(home);
  std::vector<Entry> entries;
  bool broken = false;
  for (const Command& command : commands()) {
    if (!command.name.starts_with("report ")) continue;
    MadePart made = make_part(run, command, home.root);
    broken = broken || made.broken;
    entries.push_back(settle(run, command, folder, std::move(made)));
  }
  const std::size_t left_out = count(entries, "left_out");
  constexpr diag::Code kNothingToCheck = 904;
  if (left_out == entries.size() && !broken)
    throw UsageError("there is nothing to report on below `" + base::visible(home.root) + "`",
                     "write a first Snapshot with `cpm new snapshot`", kNothingToCheck);
  Answer made = answer(run, page_of(run, entries), result_of(run, entries));
  made.status = broken || is_stale(entries) ? kFindings : kFine;
  return made;
}

}  // namespace cpm::cli
