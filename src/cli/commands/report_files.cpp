#include "cli/commands/report_files.h"

#include <algorithm>
#include <set>

#include <fmt/format.h>

#include "base/text.h"
#include "cli/exit.h"
#include "cli/findings.h"
#include "cli/inputs.h"
#include "cli/made.h"
#include "cli/options.h"
#include "render/made.h"
#include "render/svg.h"

namespace cpm::cli {
namespace {

struct CountyOf {
  const model::LocatedText* operator()(const std::monostate&) const { return nullptr; }
  template <class Content>
  const model::LocatedText* operator()(const Content& content) const {
    if constexpr (requires { content.county.given; })
      return content.county ? &content.county : nullptr;
    else
      return nullptr;
  }
};

/// "snapshot" of "report snapshot"
std::string last_word(std::string_view name) {
  return std::string(name.substr(name.rfind(' ') + 1));
}

}  // namespace

MadeReport make_part(const Run& run, const Command& command, const std::string& root) {
  MadeReport made{.part = {.name = last_word(command.name)}};
  Run own{.command = command,
          .arguments = run.arguments,
          .environment = run.environment,
          .as_of = run.as_of,
          .loaded = run.loaded};
  try {
    if (!command.kind.empty()) {
      const Paths paths{.paths = {root}};
      own.documents = select(command, paths, *run.loaded, run.environment.files).documents;
      const std::size_t wanted = own.documents.size();
      set_broken_aside(own);
      made.broken = !has_enough(own, wanted);
    }
    if (made.broken)
      made.part.reason = "its files have errors; `cpm check` names them";
    else
      made.part.page = command.run(own).outcome.page;
    if (made.part.page) made.part.page->made = made_of(own);
  } catch (const UsageError& error) {
    made.part.reason = error.what();
  }
  return made;
}

const model::Home& only_home(const Run& run) {
  std::set<std::size_t> homes;
  for (const model::Document& document : run.loaded->workspace.documents)
    if (document.asked) homes.insert(document.home);
  const model::Home& home = run.loaded->workspace.homes.at(homes.empty() ? 0 : *homes.begin());
  const std::vector<std::string>& named = run.arguments.operands();
  const base::Files& files = run.environment.files;
  if (homes.size() > 1)
    throw UsageError(fmt::format("there are {} repositories in this folder", homes.size()), "name one of them");
  if (!named.empty() && files.real_path(named[0]) != files.real_path(home.root))
    throw UsageError(fmt::format("`{}` is not the root of a repository", base::visible(named[0])),
                     fmt::format("name the folder of `cpm.yaml`: `{}`", base::visible(home.root)));
  return home;
}

std::string county_key(const Run& run) {
  const model::LocatedText* county = nullptr;
  if (const model::Repository* repository = only_home(run).repository) county = CountyOf{}(*repository);
  for (const model::Document& document : run.loaded->workspace.documents)
    if (county == nullptr && document.asked) county = std::visit(CountyOf{}, document.content);
  return county == nullptr ? std::string{} : **county;
}

std::string county_of(const Run& run) {
  const std::string key = county_key(run);
  return key.empty() ? "County not named" : model::county_name(*run.loaded->workspace.built_in, key);
}

namespace {

std::string proof(const base::Files& files, const ReportFile& file) {
  constexpr std::size_t kMost = 64 * 1024 * 1024;
  if (files.kind(file.path) == base::EntryKind::missing) return "missing";
  const base::FileReading reading = files.read(file.path, kMost);
  const bool same = render::without_made(reading.bytes) == render::without_made(file.bytes);
  return reading.problem.empty() && same ? "up_to_date" : "stale";
}

/// The report itself, then its pictures; the first that is not as it should be decides.
void prove_files(const base::Files& files, const std::vector<ReportFile>& made, ReportEntry& entry) {
  entry.status = proof(files, made.front());
  for (std::size_t i = 1; i < made.size() && entry.status == "up_to_date"; ++i) {
    const std::string found = proof(files, made[i]);
    if (found == "up_to_date") continue;
    entry.status = "stale";
    entry.reason = fmt::format("its picture {} is {}", base::visible(made[i].path), found);
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
    if (entry.file.empty()) missing.entries.push_back(fmt::format("{}: {}", entry.name, entry.reason));
  }
  page.blocks.emplace_back(std::move(table));
  if (missing.entries.empty()) return page;
  page.blocks.emplace_back(report::Heading{.level = 2, .text = "Not among them"});
  page.blocks.emplace_back(std::move(missing));
  return page;
}

}  // namespace cpm::cli
