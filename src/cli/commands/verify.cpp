// `cpm verify`: makes reports again from the files that are there, and says whether they are what cpm made, and of what.
#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "base/text.h"
#include "cli/commands/answers.h"
#include "cli/exit.h"
#include "cli/inputs.h"
#include "cli/options.h"
#include "cli/output.h"
#include "cli/remake.h"
#include "render/made.h"
#include "report/page.h"

namespace cpm::cli {
namespace {

/// In this order the first that is true is said.
enum class Verdict { same, same_page, edited, out_of_date, other_version, differs, not_made, no_fingerprint };

constexpr std::array<std::string_view, 8> kVerdicts = {"same",          "same_page", "edited",   "out_of_date",
                                                       "other_version", "differs",   "not_made", "no_fingerprint"};

/// What has become of a file that a report was made from.
struct FileChange {
  std::string file;
  std::string_view change;  ///< "changed", "gone" or "new"
};

struct Verified {
  std::string report;
  Verdict verdict = Verdict::no_fingerprint;
  std::string sentence = {};
  render::MadeLines lines = {};
  std::vector<FileChange> changes = {};
  std::optional<std::size_t> line = {};  ///< the first that is not what cpm writes
};

bool is_fine(const Verified& one) {
  return one.verdict == Verdict::same || one.verdict == Verdict::same_page;
}

std::vector<FileChange> changes_between(const report::Made& then, const report::Made& now) {
  std::map<std::string, std::string> before;
  for (const report::MadeFrom& from : then.from) before[from.file] = from.print;
  std::vector<FileChange> changes;
  for (const report::MadeFrom& from : now.from) {
    const auto found = before.find(from.file);
    if (found == before.end())
      changes.push_back({from.file, "new"});
    else if (found->second != from.print)
      changes.push_back({from.file, "changed"});
    before.erase(from.file);
  }
  for (const auto& [file, print] : before) changes.push_back({file, "gone"});
  std::ranges::sort(changes, {}, &FileChange::file);
  return changes;
}

/// "`plan.yaml` has changed, and `x.yaml` is gone"
std::string changes_text(const std::vector<FileChange>& changes) {
  std::vector<std::string> parts;
  for (const auto& [change, words] :
       {std::pair<std::string_view, std::array<std::string_view, 2>>{"changed", {"has changed", "have changed"}},
        {"gone", {"is no longer there", "are no longer there"}},
        {"new", {"is new", "are new"}}}) {
    std::vector<std::string> files;
    for (const FileChange& one : changes)
      if (one.change == change) files.push_back(base::ticked(one.file));
    if (!files.empty()) parts.push_back(fmt::format("{} {}", base::joined(files), words[files.size() == 1 ? 0 : 1]));
  }
  return base::joined(parts);
}

std::size_t first_difference(std::string_view a, std::string_view b) {
  const auto differs = std::ranges::mismatch(a, b);
  return 1 + static_cast<std::size_t>(std::count(a.begin(), differs.in1, '\n'));
}

/// The page as it is, and as cpm makes it now.
struct Pages {
  const std::string& there;
  const std::string& made;
  render::FoundMade then;  ///< in `there`
  render::FoundMade now;
};

bool is_edited(const Pages& pages) {
  const std::string_view there = pages.there;
  return render::page_print(there.substr(0, pages.then.begin)) != pages.then.lines.page ||
         there.substr(pages.then.end) != std::string_view(pages.made).substr(pages.now.end);
}

std::string by_whom(const Verified& one) {
  return one.lines.made.version == CPM_VERSION
             ? std::string()
             : fmt::format("cpm {} made it, and this is cpm {}", base::visible(one.lines.made.version), CPM_VERSION);
}

void add_reasons(const Verified& one, std::vector<std::string>& reasons) {
  if (!one.changes.empty()) reasons.push_back(changes_text(one.changes));
  if (const std::string other = by_whom(one); !other.empty()) reasons.push_back(other);
}

bool reads_git(const report::Made& made) {
  return std::ranges::any_of(made.options, [](const auto& option) { return "--" + option.first == kHistory.name; });
}

void decide(const Pages& pages, Verified& one) {
  const bool other_version = one.lines.made.version != CPM_VERSION;
  const bool comparable = one.changes.empty() && !other_version;
  const std::string_view there = pages.there;
  const bool same_page = there.substr(0, pages.then.begin) == std::string_view(pages.made).substr(0, pages.now.begin);
  const std::size_t line = first_difference(pages.there, pages.made);
  if (pages.there == pages.made) {
    one.verdict = Verdict::same;
    one.sentence = "It is what cpm makes of its files.";
  } else if (is_edited(pages) || (same_page && comparable)) {
    one.verdict = Verdict::edited;
    if (comparable) one.line = line;
    one.sentence = comparable ? fmt::format("It was changed after cpm made it: line {} is not what cpm wrote.", line)
                              : "It was changed after cpm made it.";
    if (!one.changes.empty()) one.sentence += fmt::format(" Of its files {}.", changes_text(one.changes));
  } else if (same_page) {
    one.verdict = Verdict::same_page;
    std::vector<std::string> reasons;
    add_reasons(one, reasons);
    one.sentence = fmt::format("The page is the same as when it was made, although {}.", base::joined(reasons));
  } else if (!one.changes.empty()) {
    one.verdict = Verdict::out_of_date;
    one.sentence = fmt::format("It is out of date: {}.", changes_text(one.changes));
  } else if (other_version) {
    one.verdict = Verdict::other_version;
    one.sentence = fmt::format("{}, which makes another page of the same files.", by_whom(one));
  } else {
    one.verdict = Verdict::differs;
    one.line = line;
    one.sentence = fmt::format("cpm makes another page of the same files: line {} differs.", line);
    if (reads_git(one.lines.made))
      one.sentence += " It was made with `--history`: git may have other versions of the plans here.";
  }
}

/// The pictures beside a page that is fine.
void decide_by_pictures(const Remade& made, const base::Files& files, Verified& one) {
  for (const auto& [path, bytes] : made.pictures) {
    if (!is_fine(one) || files.read(path, bytes.size() + 1).bytes == bytes) continue;
    const bool there = files.kind(path) == base::EntryKind::file;
    one.verdict = one.changes.empty() ? Verdict::edited : Verdict::out_of_date;
    one.sentence = fmt::format("Its picture {} is not {}.", base::ticked(path), there ? "what cpm draws" : "there");
  }
}

Verified verified(const std::string& report, const std::string& bytes, const Run& run) {
  Verified one{.report = report};
  const std::optional<render::FoundMade> then = render::find_made(bytes);
  if (!then) {
    one.sentence =
        "It carries no fingerprint: cpm writes one into reports as Markdown, HTML and JSON, and as text where `-o` names "
        "the file; not into the pages of other commands.";
    return one;
  }
  one.lines = then->lines;
  const base::Files& files = run.environment.files;
  const std::optional<std::string> given = run.arguments.value(kInFolder);
  const std::string folder = given ? *given : folder_of_inputs(one.lines, report, files);
  const Remade made = made_again(*then, report, folder, run.environment);
  const std::optional<render::FoundMade> now = render::find_made(made.bytes);
  if (!now) {
    one.verdict = Verdict::not_made;
    one.sentence = fmt::format("It cannot be made again: {}.",
                               made.problem.empty() ? "its files are not there" : made.problem);
    return one;
  }
  one.changes = changes_between(one.lines.made, now->lines.made);
  decide({.there = bytes, .made = made.bytes, .then = *then, .now = *now}, one);
  decide_by_pictures(made, files, one);
  return one;
}

// Which reports

constexpr std::size_t kMostOfReport = 64 * 1024 * 1024;

constexpr std::array<std::string_view, 5> kPageNames = {".md", ".html", ".htm", ".json", ".txt"};

bool is_page_name(std::string_view name) {
  const std::string small = base::lower(name);
  return std::ranges::any_of(kPageNames, [&](std::string_view end) { return small.ends_with(end); });
}

std::string bytes_of(const std::string& report, const base::Files& files) {
  base::FileReading reading = files.read(report, kMostOfReport);
  if (!reading.problem.empty())
    throw UsageError(fmt::format("{} cannot be read: {}", base::ticked(report), reading.problem), {}, 0, kFindings);
  return std::move(reading.bytes);
}

/// Of a folder those files that say how they were made.
std::vector<Verified> verified_below(const std::string& folder, const Run& run) {
  std::vector<Verified> all;
  for (const std::string& name : run.environment.files.list(folder)) {
    const std::string path = base::joined_path(folder, name);
    if (!is_page_name(name) || run.environment.files.kind(path) != base::EntryKind::file) continue;
    Verified one = verified(path, bytes_of(path, run.environment.files), run);
    if (one.verdict != Verdict::no_fingerprint) all.push_back(std::move(one));
  }
  return all;
}

std::vector<Verified> verified_reports(const Run& run) {
  const base::Files& files = run.environment.files;
  std::vector<Verified> all;
  for (const std::string& path : run.arguments.operands()) {
    if (files.kind(path) == base::EntryKind::missing) missing_path(files, path);
    if (files.kind(path) != base::EntryKind::folder) {
      all.push_back(verified(path, bytes_of(path, files), run));
      continue;
    }
    for (Verified& one : verified_below(path, run)) all.push_back(std::move(one));
  }
  if (all.empty())
    throw UsageError("there is no report of cpm in this folder", "name a report: a file that `cpm report` has written",
                     kNothingToCheck);
  return all;
}

// The answer

report::Document page_of(const std::vector<Verified>& all) {
  report::Page page(all.size() == 1 ? "Verified: " + all.front().report : "Verified reports");
  const auto fine = static_cast<std::size_t>(std::ranges::count_if(all, is_fine));
  if (all.size() == 1) {
    const Verified& one = all.front();
    page.lead(one.sentence);
    if (one.verdict != Verdict::no_fingerprint)
      page.facts({{{"Made by", "cpm " + one.lines.made.version},
                   {"As of", base::written_out(one.lines.made.as_of)},
                   {"From", base::counted(one.lines.made.from.size(), "file")},
                   {"Fingerprint", one.lines.fingerprint}}});
    return std::move(page).done();
  }
  page.lead(fmt::format("{} of {} {} what cpm makes of the files.", fine, base::counted(all.size(), "report"),
                        base::is_are(fine)));
  report::Table table = report::table_of("", {"Report", "What was found"});
  for (const Verified& one : all) table.rows.push_back({{.text = one.report}, {.text = one.sentence}});
  page.table(std::move(table));
  return std::move(page).done();
}

report::Result result_of(const Verified& one) {
  const bool known = one.verdict != Verdict::no_fingerprint;
  const auto text = [&](const std::string& some) { return known ? report::Result(some) : report::Result(); };
  report::Result::List changes;
  for (const FileChange& change : one.changes)
    changes.push_back(report::Result::Fields{{"file", change.file}, {"change", change.change}});
  return report::Result::Fields{{"report", one.report},
                                {"outcome", kVerdicts[static_cast<std::size_t>(one.verdict)]},
                                {"fine", is_fine(one)},
                                {"message", one.sentence},
                                {"version", text(one.lines.made.version)},
                                {"command", text(one.lines.made.command)},
                                {"as_of", text(base::to_text(one.lines.made.as_of))},
                                {"fingerprint", text(one.lines.fingerprint)},
                                {"changes", std::move(changes)},
                                {"line", one.line ? report::Result(*one.line) : report::Result()}};
}

Answer run_verify(const Run& run) {
  if (const auto folder = run.arguments.value(kInFolder);
      folder && run.environment.files.kind(*folder) != base::EntryKind::folder)
    throw UsageError(fmt::format("`--in`: there is no folder {}", base::ticked(*folder)),
                     "name the folder of the county's repository");
  const std::vector<Verified> all = verified_reports(run);
  report::Result::List reports;
  for (const Verified& one : all) reports.push_back(result_of(one));
  Answer done = answer(run, page_of(all), report::Result::Fields{{"reports", std::move(reports)}});
  done.status = std::ranges::all_of(all, is_fine) ? kFine : kFindings;
  return done;
}

constexpr const Option* kVerifyOptions[] = {&kInFolder};
constexpr Example kVerifyExamples[] = {
    {"cpm verify reports/plan.md", "is it what cpm makes of the files that are there?"},
    {"cpm verify reports", "all reports of the folder"},
    {"cpm verify board-packet.html --in ../our-county", "a page from elsewhere, and where its files are"}};

}  // namespace

extern const Command kVerifyCommand{.name = "verify",
                                    .summary = "make reports again, and say whether they are what cpm made",
                                    .group = Group::reports,
                                    .operand = {.name = "REPORT",
                                                .about = "files that `cpm report` has written, and folders of them",
                                                .least = 1,
                                                .most = Operand::kAny},
                                    .options = kVerifyOptions,
                                    .examples = kVerifyExamples,
                                    .run = run_verify};

}  // namespace cpm::cli
