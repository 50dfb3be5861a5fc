#include "cli/commands/report_files.h"

#include <algorithm>

#include "base/text.h"
#include "cli/options.h"
#include "render/pictures.h"

namespace cpm::cli {
namespace {

std::string proof(const base::Files& files, const ReportFile& file) {
  constexpr std::size_t kMost = 64 * 1024 * 1024;
  if (files.kind(file.path) == base::EntryKind::missing) return "missing";
  const base::FileReading reading = files.read(file.path, kMost);
  return reading.problem.empty() && reading.bytes == file.bytes ? "up_to_date" : "stale";
}

/// The report itself, then its pictures; the first that is not as it should be decides.
void prove_files(const base::Files& files, const std::vector<ReportFile>& made, ReportEntry& entry) {
  entry.status = proof(files, made.front());
  for (std::size_t i = 1; i < made.size() && entry.status == "up_to_date"; ++i) {
    const std::string found = proof(files, made[i]);
    if (found == "up_to_date") continue;
    entry.status = "stale";
    entry.reason = "its picture " + base::visible(made[i].path) + " is " + found;
  }
}

}  // namespace

std::vector<ReportFile> files_of(const Run& run, const report::Document& page, std::string_view format,
                                 const std::string& folder, const std::string& name) {
  const render::Format& written = *render::find_format(format);
  report::Outcome outcome;
  outcome.command = schema_word(run.command.name);
  outcome.page = page;
  render::Settings settings;
  std::vector<ReportFile> files(1);
  if (written.has_pictures && !run.arguments.has(kNoPictures)) {
    settings.pictures = name;
    for (render::Picture& picture : render::pictures(page, name))
      files.push_back({.path = base::joined_path(folder, picture.name), .bytes = std::move(picture.bytes)});
  }
  const diag::Diagnostics none;
  files.front() = {.path = base::joined_path(folder, name + std::string(written.extension)),
                   .bytes = written.write(
                       {.outcome = outcome, .findings = none, .sources = run.loaded->sources, .settings = settings})};
  return files;
}

void settle_files(const Run& run, const std::vector<ReportFile>& files, ReportEntry& entry) {
  entry.file = files.front().path;
  entry.reason.clear();
  if (run.arguments.has(kProofOfAll)) return prove_files(run.environment.files, files, entry);
  run.environment.files.make_folder(base::folder_of(files.front().path));
  // The report last: it names the pictures.
  for (auto file = files.rbegin(); file != files.rend(); ++file) run.environment.files.write(file->path, file->bytes);
  entry.status = "written";
}

report::Document index_page(const std::string& county, const std::string& lead,
                            const std::vector<ReportEntry>& entries) {
  report::Document page{.title = "Reports of " + county, .blocks = {}};
  page.blocks.emplace_back(report::Paragraph{.text = lead, .lead = true});
  report::Table table{
      .caption = "What there is to read", .columns = {{.head = "Report"}, {.head = "In short"}}, .rows = {}};
  report::List missing;
  for (const ReportEntry& entry : entries) {
    if (entry.file.ends_with(".html"))
      table.rows.push_back(
          {{.text = entry.title, .link = std::string(base::name_of(entry.file))}, {.text = entry.lead}});
    if (entry.file.empty()) missing.entries.push_back(entry.name + ": " + entry.reason);
  }
  page.blocks.emplace_back(std::move(table));
  if (missing.entries.empty()) return page;
  page.blocks.emplace_back(report::Heading{.level = 2, .text = "Not among them"});
  page.blocks.emplace_back(std::move(missing));
  return page;
}

}  // namespace cpm::cli
