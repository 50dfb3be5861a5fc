// `cpm init`: a county's repository to begin with. It looks at every target first, and writes over nothing.
#include <set>

#include "base/text.h"
#include "cli/commands/answers.h"
#include "cli/commands/known_county.h"
#include "cli/commands/runners.h"
#include "cli/exit.h"
#include "cli/options.h"
#include "cli/output.h"
#include "format/starter.h"

namespace cpm::cli {
namespace {

using Starter = std::vector<format::StarterFile>;

std::string quoted(std::string_view text) {
  return "`" + base::visible(text) + "`";
}

std::string county_of(const Run& run, const model::Counties& counties) {
  const std::optional<std::string> county = run.arguments.value(kWhoseCounty);
  if (!county)
    throw UsageError("`cpm init` needs to know whose repository it is",
                     "name the county, as in `cpm init --county yolo`; `cpm list counties` names all 58");
  check_county(*county, counties);
  return *county;
}

/// The nearest thing above a path that is no folder, where a folder is needed; or nothing.
std::optional<std::string> in_the_way(const base::Files& files, const std::string& path) {
  std::string at = base::folder_of(path);
  while (files.kind(at) == base::EntryKind::missing && base::folder_of(at) != at) at = base::folder_of(at);
  const base::EntryKind kind = files.kind(at);
  if (kind == base::EntryKind::folder || kind == base::EntryKind::missing) return std::nullopt;
  return at;
}

/// All or nothing: one file that is there already keeps the others from being written.
void check_free(const base::Files& files, const std::string& folder, const Starter& starter) {
  std::vector<std::string> there;
  std::set<std::string> seen;
  for (const format::StarterFile& file : starter) {
    const std::string path = base::joined_path(folder, file.path);
    const bool taken = files.kind(path) != base::EntryKind::missing;
    const std::optional<std::string> other = taken ? std::optional{path} : in_the_way(files, path);
    if (other && seen.insert(*other).second) there.push_back(quoted(*other));
  }
  if (there.empty()) return;
  constexpr std::size_t kMostNamed = 5;
  if (there.size() > kMostNamed + 1) {
    const std::size_t others = there.size() - kMostNamed;
    there.resize(kMostNamed);
    there.push_back(base::counted(others, "other"));
  }
  const std::string verb = there.size() == 1 ? " is" : " are";
  throw UsageError(
      base::joined(there) + verb + " there already, and `cpm init` writes over nothing; no file was written",
      "name an empty folder, as in `cpm init our-county --county yolo`, or move what is in the way");
}

/// A disk that fails half-way leaves whole files; they are named.
void write_all(base::Files& files, const std::string& folder, const Starter& starter) {
  std::vector<std::string> done;
  try {
    for (const format::StarterFile& file : starter) {
      const std::string path = base::joined_path(folder, file.path);
      files.make_folder(base::folder_of(path));
      files.write(path, file.bytes);
      done.push_back(quoted(path));
    }
  } catch (const base::IoError& error) {
    if (done.empty()) throw;
    throw base::IoError(std::string(error.what()) + "; written before that: " + base::joined(done));
  }
}

report::Document page_of(const std::string& county_name, const std::string& folder, const Starter& starter) {
  report::Document page{.title = "The repository of " + county_name, .blocks = {}};
  page.blocks.emplace_back(report::Paragraph{
      .text = base::counted(starter.size(), "file") + " in " + quoted(folder) + ", ready to be filled in.",
      .lead = true});
  report::Table table{
      .caption = "Files for you", .columns = {{.head = "File"}, {.head = "What it is for"}}, .rows = {}};
  for (const format::StarterFile& file : starter)
    if (!file.about.empty()) table.rows.push_back({{.text = file.path}, {.text = file.about}});
  page.blocks.emplace_back(std::move(table));
  report::List next{.entries = {}, .numbered = true};
  if (folder != ".") next.entries.push_back("Go there: `cd " + shell_word(folder) + "`.");
  next.entries.push_back("Read `README.md`: it says what to do next.");
  next.entries.push_back("Fill in the Snapshot with the team, and run `cpm check`.");
  page.blocks.emplace_back(report::Heading{.level = 2, .text = "Next"});
  page.blocks.emplace_back(std::move(next));
  return page;
}

report::Result result_of(const std::string& county, const std::string& folder, const Starter& starter) {
  report::Result::List files;
  for (const format::StarterFile& file : starter)
    files.push_back(report::Result::Fields{{"file", file.path}, {"about", file.about}});
  return report::Result::Fields{{"county", county}, {"folder", folder}, {"files", std::move(files)}};
}

}  // namespace

Answer run_init(const Run& run) {
  const auto built_in = format::load_built_in();
  const std::string county = county_of(run, built_in->built_in.counties);
  const std::vector<std::string>& operands = run.arguments.operands();
  if (!operands.empty() && operands[0].empty())
    throw UsageError("an empty path names no folder", "leave it out to begin in this folder");
  const std::string folder = operands.empty() ? "." : base::joined_path("", operands[0]);
  const Starter starter = format::starter_files(built_in->built_in, county, run.as_of);
  check_free(run.environment.files, folder, starter);
  write_all(run.environment.files, folder, starter);
  return answer(run, page_of(model::county_name(built_in->built_in, county), folder, starter),
                result_of(county, folder, starter));
}

}  // namespace cpm::cli
