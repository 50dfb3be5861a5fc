// All reports of a county: each in a file of its own by `cpm report --all`, all on one page by `cpm report county`.
#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "base/files.h"
#include "base/text.h"
#include "cli/commands/answers.h"
#include "cli/commands/report_files.h"
#include "cli/exit.h"
#include "cli/options.h"
#include "cli/output.h"
#include "report/plan_pages.h"

namespace cpm::cli {

// `cpm report --all`: every report that the repository's files allow, into its reports folder; `--check` proves them.
namespace {

using Entries = std::vector<ReportEntry>;

constexpr std::string_view kHtml = "html";

std::string folder_of_reports(const model::Home& home) {
  std::string folder = "reports";
  if (home.repository != nullptr && home.repository->reports && home.repository->reports->folder)
    folder = *home.repository->reports->folder;
  const std::string inside = base::joined_path(".", folder);
  if (base::is_absolute(folder) || inside == ".." || inside.starts_with("../"))
    throw UsageError(fmt::format("the folder for reports, `{}`, lies outside the repository", base::visible(folder)),
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
  return run.arguments.value(kFormat) == kHtml;
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
void settle(const Run& run, const std::string& folder, const MadeReport& made, Entries& entries) {
  const report::ReportPart& part = made.part;
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
  return fmt::format("{} --as-of {}", line, base::to_text(run.as_of));
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
  const std::string lead = fmt::format("{} as of {}.", base::counted(reports, "report"), base::written_out(run.as_of));
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
    if (entry.status == "leftover") files.push_back(base::ticked(entry.file));
  if (files.empty()) return {};
  return fmt::format("Delete {}: {} of files that are no longer there, and cannot be made any more.",
                     base::joined(files), files.size() == 1 ? "it tells" : "they tell");
}

/// "", or "; 1 is left over from files that are gone"
std::string leftover_words(const Entries& entries) {
  const std::size_t number = count(entries, "leftover");
  if (number == 0) return {};
  return fmt::format("; {}{} left over from files that are gone", number, number == 1 ? " is" : " are");
}

std::string lead_text(const Run& run, const Entries& entries) {
  const std::size_t written = count(entries, "written");
  const std::size_t fine = count(entries, "up_to_date");
  const std::string_view noun = wants_html(run) ? "file" : "report";
  const std::string end = fmt::format(", as of {}{}.", base::written_out(run.as_of), leftover_words(entries));
  if (!run.arguments.has(kProofOfAll)) return fmt::format("{} written{}", base::counted(written, noun), end);
  const std::size_t bad = count(entries, "stale") + count(entries, "missing");
  const auto verb = [](std::size_t number) { return number == 1 ? " is " : " are "; };
  if (bad == 0) return fmt::format("{}{}up to date{}", base::counted(fine, noun), verb(fine), end);
  return fmt::format("{} of {}{}not up to date{}", bad, base::counted(bad + fine, noun), verb(bad), end);
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
    page.blocks.emplace_back(report::Paragraph{
        .text = fmt::format("Renew them with `{}`; reports of another day need its `--as-of DATE`.", renewing(run))});
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

Answer run_report_all(const Run& run) {
  if (!run.arguments.has(kAll))
    throw UsageError("`cpm report` needs to know which report", "name one, or give `--all`; run `cpm help report`");
  const model::Home& home = only_home(run);
  const std::string folder = folder_of_reports(home);
  Entries entries;
  bool broken = false;
  for (const Command* const command : commands()) {
    if (!command->name.starts_with("report ")) continue;
    MadeReport made = make_part(run, *command, home.root);
    broken = broken || made.broken;
    settle(run, folder, made, entries);
  }
  const std::size_t leftovers = count(entries, "leftover");
  const bool nothing = count(entries, "left_out") + leftovers == entries.size();
  if (nothing && !broken)
    throw UsageError(fmt::format("there is nothing to report on below `{}`", base::visible(home.root)),
                     "write a first Snapshot with `cpm new snapshot`", kNothingToCheck);
  if (wants_html(run) && !nothing) add_index(run, folder, entries);
  Answer made = answer(run, page_of(run, entries), result_of(run, entries));
  const bool proven = !run.arguments.has(kProofOfAll) || leftovers == 0;
  made.status = broken || is_stale(entries) || !proven ? kFindings : kFine;
  return made;
}

constexpr const Option* kReportAllOptions[] = {&kAll, &kProofOfAll};
constexpr Example kReportAllExamples[] = {
    {"cpm report --all", "into the reports folder of cpm.yaml"},
    {"cpm report --all --format html", "also as HTML, with a page that leads to all of them"},
    {"cpm report --all --check --as-of 2026-03-31", "fails when one of them is stale"}};

}  // namespace

extern const Command kReportAllCommand{
    .name = "report",
    .summary = "every report at once, with --all",
    .group = Group::reports,
    .needs = Needs::files,
    .operand = {.name = "PATH",
                .about = "the root of a county's repository; default: the one that holds this folder",
                .most = 1},
    .options = kReportAllOptions,
    .examples = kReportAllExamples,
    .writes = Writes::reports,
    .names_its_files = true,
    .has_pictures = true,
    .shows_people = true,
    .run = run_report_all};

// `cpm report county`: all in one, in the order in which one reads it.
namespace {

constexpr std::string_view kSip = "report sip";
constexpr std::array<std::string_view, 10> kParts = {
    "report snapshot", "report comparison", "report plan",   kSip,
    "report status",   "report support",    "report theory", "report logic-model",
    "report roadmap",  "report fidelity"};

bool has_links(const std::optional<model::Links>& links) {
  return links && !links->sip.empty();
}

/// Does a plan say where it stands in the System Improvement Plan? Without that the view has nothing to show.
bool has_sip_links(const Run& run) {
  const std::vector<const model::Document*> plans = model::documents_of<model::Plan>(run.loaded->workspace);
  return std::ranges::any_of(plans, [](const model::Document* document) {
    const auto& plan = model::content_of<model::Plan>(*document);
    const auto has = [](const model::Step& step) { return has_links(step.links); };
    return document->asked && (has_links(plan.links) || std::ranges::any_of(plan.steps, has));
  });
}

Answer run_report_county(const Run& run) {
  const std::string root = only_home(run).root;
  std::vector<report::ReportPart> parts;
  bool broken = false;
  for (const std::string_view name : kParts) {
    if (name == kSip && !has_sip_links(run)) continue;
    MadeReport made = make_part(run, *find_command(name), root);
    broken = broken || made.broken;
    parts.push_back(std::move(made.part));
  }
  if (std::ranges::none_of(parts, [](const report::ReportPart& part) { return part.page.has_value(); }) && !broken)
    throw UsageError(fmt::format("there is nothing to report on below `{}`", root),
                     "write a first Snapshot with `cpm new snapshot`", kNothingToCheck);
  const std::string county = county_of(run);
  report::Result result = report::county_result(parts, county_key(run), run.as_of);
  Answer made = answer(run, report::county_report(std::move(parts), county, run.as_of), std::move(result));
  made.status = broken ? kFindings : kFine;
  return made;
}

constexpr const Option* kReportCountyOptions[] = {&kDespiteErrors};
constexpr Example kReportCountyExamples[] = {{"cpm report county -o reports/county.md", "all in one"}};

}  // namespace

extern const Command kReportCountyCommand{
    .name = "report county",
    .summary = "all of a county's reports on one page",
    .group = Group::reports,
    .needs = Needs::files,
    .operand = {.name = "PATH",
                .about = "the root of a county's repository; default: the one that holds this folder",
                .most = 1},
    .options = kReportCountyOptions,
    .examples = kReportCountyExamples,
    .has_pictures = true,
    .shows_people = true,
    .has_check = true,
    .run = run_report_county};

}  // namespace cpm::cli
