// Revisions of git on the command line: what cannot be asked for or read, and the files that differ between two of them.
#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "base/text.h"
#include "cli/exit.h"
#include "cli/inputs.h"
#include "format/discover.h"
#include "format/load.h"

namespace cpm::cli {

void check_revision(const std::string& path, const VersionName& version) {
  if (version.revision.empty())
    throw UsageError(base::ticked(path) + " names no revision behind the `@`",
                     "name a commit, a tag or a branch: `FILE@HEAD`");
  if (version.revision.starts_with('-'))
    throw UsageError(
        fmt::format("the revision {} begins with `-`, as no revision does", base::ticked(version.revision)),
        "name a commit, a tag or a branch: `FILE@HEAD`");
}

void check_reading(const std::string& path, const VersionName& version, const GitReading& reading) {
  const std::string file = base::ticked(version.file);
  const std::string revision = base::ticked(version.revision);
  switch (reading.problem) {
    case GitProblem::none:
      return;
    case GitProblem::no_program:
      throw UsageError(base::ticked(path) + " cannot be read: git is not installed", "install git, or name a file");
    case GitProblem::no_repository:
      throw UsageError(fmt::format("{} cannot be read: {} is not in the working folder of a git repository",
                                   base::ticked(path), file),
                       "name a file that is there, or one in a repository");
    case GitProblem::no_revision:
      throw UsageError("git knows no revision " + revision,
                       "name a commit, a tag or a branch; `git log --oneline -- FILE` lists the commits of a file");
    case GitProblem::no_file:
      throw UsageError(fmt::format("there is no file {} at revision {}", file, revision),
                       "`git log --oneline -- FILE` lists the commits of a file; it may have had another name",
                       kNoSuchFile);
    case GitProblem::no_answer:
      throw UsageError(base::ticked(path) + " cannot be read: git gave no answer", "git says: " + reading.said);
  }
}

namespace {

/// Can the word be a revision: is it neither a path that is there, nor FILE@REV, nor like the path of a file?
bool may_be_revision(const std::string& word, const base::Files& files) {
  return word != "-" && !word.empty() && files.kind(word) == base::EntryKind::missing && !format::is_yaml_name(word) &&
         !version_name(word, files);
}

[[noreturn]] void unknown_changes(const GitChanges& found, const std::string& word) {
  if (found.reading.problem == GitProblem::no_revision)
    throw UsageError(
        fmt::format("there is no file or folder {}, and git knows no such revision", base::ticked(found.unknown)),
        "name two files, two folders, or commits, tags or branches of git", kNoSuchFile);
  check_reading(word, {.file = ".", .revision = word}, found.reading);
  throw UsageError(base::ticked(word) + " cannot be read from git");
}

/// One version of a file that git keeps, as a path.
void add_kept(Paths& paths, const std::string& file, const std::string& revision, Environment& environment,
              std::size_t limit) {
  const VersionName version{.file = file, .revision = revision};
  GitReading reading = environment.from_git(git_question(version, environment.files), limit);
  const std::string path = file + "@" + revision;
  check_reading(path, version, reading);
  paths.paths.push_back(path);
  paths.versions.emplace(path, format::Version{.file = file, .reading = std::move(reading.file)});
}

}  // namespace

void set_aside_old_file(Paths& paths, const base::Files& files, std::size_t limit) {
  if (paths.paths.size() != 2 || paths.paths[0] == paths.paths[1]) return;
  const std::string& old = paths.paths[0];
  if (files.kind(old) != base::EntryKind::file || files.real_path(old) == files.real_path(paths.paths[1])) return;
  paths.versions.emplace(old, format::Version{.file = old, .reading = files.read(old, limit)});
}

std::optional<Paths> changed_paths(const Arguments& arguments, Environment& environment, std::size_t limit) {
  const std::vector<std::string>& words = arguments.operands();
  const auto may_be = [&](const std::string& word) { return may_be_revision(word, environment.files); };
  if (words.empty() || !environment.git_changes || !std::ranges::all_of(words, may_be)) return std::nullopt;
  for (const std::string& word : words) check_revision(word, {.file = ".", .revision = word});
  const std::string root = format::enclosing_repository(environment.files).value_or(".");
  const std::string now = words.size() > 1 ? words[1] : std::string();
  const GitChanges found = environment.git_changes({.folder = root, .before = words[0], .now = now});
  if (found.reading.problem != GitProblem::none) unknown_changes(found, words[0]);
  Paths paths;
  for (const GitChange& change : found.changes) {
    if (!format::is_yaml_name(change.name)) continue;
    const std::string file = base::joined_path(root == "." ? "" : root, change.name);
    if (change.before) add_kept(paths, file, words[0], environment, limit);
    if (change.now && now.empty()) {
      if (environment.files.kind(file) != base::EntryKind::missing) paths.paths.push_back(file);
    } else if (change.now && now != words[0]) {
      add_kept(paths, file, now, environment, limit);
    }
  }
  if (paths.paths.empty()) paths.paths.push_back(root);
  return paths;
}

}  // namespace cpm::cli
