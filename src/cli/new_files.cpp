#include "cli/new_files.h"

#include <optional>
#include <set>

#include <fmt/format.h>

#include "base/files.h"
#include "base/text.h"
#include "cli/exit.h"

namespace cpm::cli {
namespace {

/// The nearest thing above a path that is no folder, where a folder is needed; or nothing.
std::optional<std::string> in_the_way(const base::Files& files, const std::string& path) {
  std::string at = base::folder_of(path);
  while (files.kind(at) == base::EntryKind::missing && base::folder_of(at) != at) at = base::folder_of(at);
  const base::EntryKind kind = files.kind(at);
  if (kind == base::EntryKind::folder || kind == base::EntryKind::missing) return std::nullopt;
  return at;
}

/// All or nothing: one file that is there already keeps the others from being written.
void check_free(const Run& run, const std::string& folder, const NewFiles& files_to_write, std::string_view example) {
  const base::Files& files = run.environment.files;
  std::vector<std::string> there;
  std::set<std::string> seen;
  for (const format::StarterFile& file : files_to_write) {
    const std::string path = base::joined_path(folder, file.path);
    const bool taken = files.kind(path) != base::EntryKind::missing;
    const std::optional<std::string> other = taken ? std::optional{path} : in_the_way(files, path);
    if (other && seen.insert(*other).second) there.push_back(base::ticked(*other));
  }
  if (there.empty()) return;
  constexpr std::size_t kMostNamed = 5;
  if (there.size() > kMostNamed + 1) {
    const std::size_t others = there.size() - kMostNamed;
    there.resize(kMostNamed);
    there.push_back(base::counted(others, "other"));
  }
  const std::string verb = there.size() == 1 ? " is" : " are";
  throw UsageError(fmt::format("{}{} there already, and `cpm {}` writes over nothing; no file was written",
                               base::joined(there), verb, run.command.name),
                   fmt::format("name an empty folder, as in `{}`, or move what is in the way", example));
}

/// A disk that fails half-way leaves whole files; they are named.
void write_all(base::Files& files, const std::string& folder, const NewFiles& new_files) {
  std::vector<std::string> done;
  try {
    for (const format::StarterFile& file : new_files) {
      const std::string path = base::joined_path(folder, file.path);
      files.make_folder(base::folder_of(path));
      files.write(path, file.bytes);
      done.push_back(base::ticked(path));
    }
  } catch (const base::IoError& error) {
    if (done.empty()) throw;
    throw base::IoError(fmt::format("{}; written before that: {}", error.what(), base::joined(done)));
  }
}

}  // namespace

void write_new_files(const Run& run, const std::string& folder, const NewFiles& new_files, std::string_view example) {
  check_free(run, folder, new_files, example);
  write_all(run.environment.files, folder, new_files);
}

}  // namespace cpm::cli
