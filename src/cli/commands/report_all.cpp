// `cpm report --all`: every report that the repository's files allow, into its reports folder; `--check` proves them.
#include <algorithm>

#include "base/text.h"
#include "cli/commands/answers.h"
#include "cli/commands/report_files.h"
#include "cli/commands/runners.h"
#include "cli/exit.h"
#include "cli/options.h"
#include "cli/output.h"
#include "cli/part.h"

namespace cpm::cli {
namespace {

using Entries = std::vector<ReportEntry>;

constexpr std::string_view kHtml = "html";

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

/// The first lead: the report's answer.
std::string lead_of(const report::Document& page) {
  for (const report::Block& block : page.blocks)
    if (const auto* paragraph = std::get_if<report::Paragraph>(&block); paragraph != nullptr && paragraph->lead)
      return paragraph->text;
  return {};
}

bool wants_html(const Run& run) {
  return run.arguments.value(kAllFormat) == kHtml;
}

/// Files that an earlier run wrote tell of what is no longer there. They are named, and left to the reader to delete.
void leave_out(const Run& run, const std::string& folder, ReportEntry entry, bool broken, Entries& entries) {
  const std::size_t before = entries.size();
  for (const std::string_view extension : {".md", ".html"}) {
    const std::string file = base::joined_path(folder, entry.name + std::string{extension});
    if (broken || run.environment.files.kind(file) == base::EntryKind::missing) continue;
    entries.push_back(entry);
    entries.back().file = file;
    entries.back().status = "leftover";
  }
  if (entries.size() == before) entries.push_back(std::move(entry));
}

/// One entry for each format.
void settle(const Run& run, const std::string& folder, const MadePart& made, Entries& entries) {
  const report::Part& part = made.part;
  ReportEntry entry{.name = part.name, .status = "left_out", .reason = part.reason};
  if (!part.page) {
    leave_out(run, folder, std::move(entry), made.broken, entries);
    return;
  }
  entry.title = part.page->title;
  entry.lead = lead_of(*part.page);
  for (const std::string_view format : {std::string_view("markdown"), kHtml}) {
    if (format == kHtml && !wants_html(run)) continue;
    const std::vector<ReportFile> files = files_of(run, *part.page, format, folder, part.name);
    settle_files(run, files, entry);
    entries.push_back(entry);
  }
}

/// The command that writes what `--check` looks at, for the same day.
std::string renewing(const Run& run) {
  std::string line = "cpm report --all";
  for (const std::string& operand : run.arguments.operands()) line += " " + shell_word(operand);
  if (wants_html(run)) line += " --format html";
  if (run.arguments.has(kNoContacts)) line += " --no-contacts";
  if (run.arguments.has(kNoPictures)) line += " --no-pictures";
  if (const auto size = run.arguments.value(kMaxFileSize)) line += " --max-file-size " + shell_word(*size);
  return line + " --as-of " + base::to_text(run.as_of);
}

std::size_t count(const Entries& entries, std::string_view status) {
  return static_cast<std::size_t>(std::ranges::count(entries, status, &ReportEntry::status));
}

bool is_stale(const Entries& entries) {
  return count(entries, "stale") + count(entries, "missing") > 0;
}

/// The page that leads to the others is written like them.
void add_index(const Run& run, const std::string& folder, Entries& entries) {
  const std::size_t reports = static_cast<std::size_t>(
      std::ranges::count_if(entries, [](const ReportEntry& entry) { return entry.file.ends_with(".html"); }));
  const std::string lead = base::counted(reports, "report") + " as of " + base::written_out(run.as_of) + ".";
  const std::vector<ReportFile> files = files_of(run, index_page(county_of(run), lead, entries), kHtml, folder,
                                                 "index");
  ReportEntry entry{.name = "index"};
  settle_files(run, files, entry);
  entries.push_back(std::move(entry));
}

/// "Delete `reports/plan.md`: …"; empty when nothing is left over.
std::string leftover_text(const Entries& entries) {
  std::vector<std::string> files;
  for (const ReportEntry& entry : entries)
    if (entry.status == "leftover") files.push_back("`" + base::visible(entry.file) + "`");
  if (files.empty()) return {};
  return "Delete " + base::joined(files) + ": " + (files.size() == 1 ? "it tells" : "they tell") +
         " of files that are no longer there, and cannot be made any more.";
}

/// "", or "; 1 is left over from files that are gone"
std::string leftover_words(const Entries& entries) {
  const std::size_t number = count(entries, "leftover");
  if (number == 0) return {};
  return "; " + std::to_string(number) + (number == 1 ? " is" : " are") + " left over from files that are gone";
}

std::string lead_text(const Run& run, const Entries& entries) {
  const std::size_t written = count(entries, "written");
  const std::size_t fine = count(entries, "up_to_date");
  const std::string_view noun = wants_html(run) ? "file" : "report";
  const std::string end = ", as of " + base::written_out(run.as_of) + leftover_words(entries) + ".";
  if (!run.arguments.has(kProofOfAll)) return base::counted(written, noun) + " written" + end;
  const std::size_t bad = count(entries, "stale") + count(entries, "missing");
  const auto verb = [](std::size_t number) { return number == 1 ? " is " : " are "; };
  if (bad == 0) return base::counted(fine, noun) + verb(fine) + "up to date" + end;
  return std::to_string(bad) + " of " + base::counted(bad + fine, noun) + verb(bad) + "not up to date" + end;
}

report::Document page_of(const Run& run, const Entries& entries) {
  report::Document page{.title = "Reports of " + county_of(run), .blocks = {}};
  page.blocks.emplace_back(report::Paragraph{.text = lead_text(run, entries), .lead = true});
  report::Table table{
      .caption = {}, .columns = {{.head = "Report"}, {.head = "File"}, {.head = "Outcome"}}, .rows = {}};
  for (const ReportEntry& entry : entries) {
    std::string status = entry.status;
    std::ranges::replace(status, '_', ' ');
    if (!entry.reason.empty()) status += ": " + entry.reason;
    table.rows.push_back({{.text = entry.name}, {.text = entry.file.empty() ? "none" : entry.file}, {.text = status}});
  }
  page.blocks.emplace_back(std::move(table));
  if (std::string text = leftover_text(entries); !text.empty())
    page.blocks.emplace_back(report::Paragraph{.text = std::move(text)});
  if (is_stale(entries))
    page.blocks.emplace_back(report::Paragraph{.text = "Renew them with `" + renewing(run) +
                                                       "`; reports of another day need its `--as-of DATE`."});
  return page;
}

report::Result result_of(const Run& run, const Entries& entries) {
  const auto text = [](const std::string& some) { return some.empty() ? report::Result() : report::Result(some); };
  report::Result::List list;
  for (const ReportEntry& entry : entries)
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
  Entries entries;
  bool broken = false;
  for (const Command& command : commands()) {
    if (!command.name.starts_with("report ")) continue;
    MadePart made = make_part(run, command, home.root);
    broken = broken || made.broken;
    settle(run, folder, made, entries);
  }
  const std::size_t leftovers = count(entries, "leftover");
  const bool nothing = count(entries, "left_out") + leftovers == entries.size();
  constexpr diag::Code kNothingToCheck = 904;
  if (nothing && !broken)
    throw UsageError("there is nothing to report on below `" + base::visible(home.root) + "`",
                     "write a first Snapshot with `cpm new snapshot`", kNothingToCheck);
  if (wants_html(run) && !nothing) add_index(run, folder, entries);
  Answer made = answer(run, page_of(run, entries), result_of(run, entries));
  const bool proven = !run.arguments.has(kProofOfAll) || leftovers == 0;
  made.status = broken || is_stale(entries) || !proven ? kFindings : kFine;
  return made;
}

}  // namespace cpm::cli
