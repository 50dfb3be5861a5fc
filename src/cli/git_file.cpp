#include "cli/git_file.h"

#include <algorithm>

#include "base/process.h"
#include "base/text.h"
#include "cli/exit.h"

namespace cpm::cli {
namespace {

constexpr diag::Code kNoSuchFile = 902;

std::string quoted(std::string_view text) {
  return "`" + base::visible(text) + "`";
}

bool ends_like_yaml(std::string_view path) {
  return path.ends_with(".yaml") || path.ends_with(".yml");
}

/// Only reading: no locks, no fetching of what is missing, no questions; and one language for what it says.
base::ProgramResult ask_git(const GitQuestion& question, std::vector<std::string> words, std::size_t limit) {
  base::ProgramCall call{
      .words = {"git", "-C", question.folder},
      .variables = {"GIT_OPTIONAL_LOCKS=0", "GIT_NO_LAZY_FETCH=1", "GIT_TERMINAL_PROMPT=0", "LC_ALL=C"},
      .limit = limit};
  call.words.insert(call.words.end(), words.begin(), words.end());
  return base::run_program(call);
}

bool went_well(const base::ProgramResult& result) {
  return result.end == base::ProgramEnd::finished && result.status == 0;
}

/// The first line that git said, without "fatal: ".
std::string first_line(const std::string& said) {
  std::string_view line = base::split(said, '\n').front();
  constexpr std::string_view kFatal = "fatal: ";
  if (line.starts_with(kFatal)) line.remove_prefix(kFatal.size());
  return base::visible(base::trimmed(line));
}

GitReading unread(GitProblem problem) {
  return GitReading{.problem = problem};
}

/// For what git did not do although it was there.
GitReading no_answer(const base::ProgramResult& result) {
  if (result.end == base::ProgramEnd::not_started) return unread(GitProblem::no_program);
  const bool slow = result.end == base::ProgramEnd::too_slow;
  return GitReading{.problem = GitProblem::no_answer, .said = slow ? "it took too long" : first_line(result.said)};
}

GitReading find_repository(const GitQuestion& question) {
  const base::ProgramResult result = ask_git(question, {"rev-parse", "--is-inside-work-tree"}, 100);
  if (went_well(result) && base::trimmed(result.out) == "true") return {};
  const bool none = went_well(result) || result.said.find("not a git repository") != std::string::npos;
  return none ? unread(GitProblem::no_repository) : no_answer(result);
}

/// The full name of the commit, or nothing: `git rev-parse` also answers to words that name several or none.
std::optional<std::string> commit_of(const GitQuestion& question) {
  const base::ProgramResult result = ask_git(
      question, {"rev-parse", "--verify", "--quiet", question.revision + "^{commit}"}, 200);
  const std::string name{base::trimmed(result.out)};
  const bool whole = name.size() >= 40 && name.find_first_not_of("0123456789abcdef") == std::string::npos;
  if (!went_well(result) || !whole) return std::nullopt;
  return name;
}

GitReading read_at(const GitQuestion& question, const std::string& commit, std::size_t limit) {
  base::ProgramResult result = ask_git(question, {"cat-file", "blob", commit + ":./" + question.name}, limit + 1);
  const bool too_large = result.end == base::ProgramEnd::too_large || result.out.size() > limit;
  if (too_large) return {.file = {.bytes = {}, .problem = "is too large", .too_large = true}};
  if (result.end != base::ProgramEnd::finished) return no_answer(result);
  if (result.status != 0) return unread(GitProblem::no_file);
  return {.file = {.bytes = std::move(result.out), .problem = {}, .too_large = false}};
}

}  // namespace

std::optional<VersionName> version_name(const std::string& path, const base::Files& files) {
  std::vector<VersionName> ways;  // from the longest file name to the shortest
  for (std::size_t at = path.rfind('@'); at != std::string::npos && at > 0; at = path.rfind('@', at - 1))
    ways.push_back({.file = path.substr(0, at), .revision = path.substr(at + 1)});
  if (ways.empty()) return std::nullopt;
  const auto there = std::ranges::find_if(
      ways, [&](const VersionName& way) { return files.kind(way.file) == base::EntryKind::file; });
  if (there != ways.end()) return *there;
  std::ranges::reverse(ways);
  const auto yaml = std::ranges::find_if(ways, [](const VersionName& way) { return ends_like_yaml(way.file); });
  return yaml != ways.end() ? *yaml : ways.back();
}

GitQuestion git_question(const VersionName& version, const base::Files& files) {
  const std::string path = base::joined_path("", version.file);
  std::string folder = base::folder_of(path);
  while (folder != "." && folder != "/" && folder != ".." && files.kind(folder) != base::EntryKind::folder)
    folder = base::folder_of(folder);
  const std::size_t skipped = folder == "." ? 0 : folder == "/" ? 1 : folder.size() + 1;
  return {.folder = folder, .name = path.substr(skipped), .revision = version.revision};
}

GitReading read_from_git(const GitQuestion& question, std::size_t limit) {
  GitReading found = find_repository(question);
  if (found.problem != GitProblem::none) return found;
  const std::optional<std::string> commit = commit_of(question);
  return commit ? read_at(question, *commit, limit) : unread(GitProblem::no_revision);
}

void check_revision(const std::string& path, const VersionName& version) {
  if (version.revision.empty())
    throw UsageError(quoted(path) + " names no revision behind the `@`",
                     "name a commit, a tag or a branch: `FILE@HEAD`");
  if (version.revision.starts_with('-'))
    throw UsageError("the revision " + quoted(version.revision) + " begins with `-`, as no revision does",
                     "name a commit, a tag or a branch: `FILE@HEAD`");
}

void check_reading(const std::string& path, const VersionName& version, const GitReading& reading) {
  const std::string file = quoted(version.file);
  const std::string revision = quoted(version.revision);
  switch (reading.problem) {
    case GitProblem::none:
      return;
    case GitProblem::no_program:
      throw UsageError(quoted(path) + " cannot be read: git is not installed", "install git, or name a file");
    case GitProblem::no_repository:
      throw UsageError(quoted(path) + " cannot be read: " + file + " is not in the working folder of a git repository",
                       "name a file that is there, or one in a repository");
    case GitProblem::no_revision:
      throw UsageError("git knows no revision " + revision,
                       "name a commit, a tag or a branch; `git log --oneline -- FILE` lists the commits of a file");
    case GitProblem::no_file:
      throw UsageError("there is no file " + file + " at revision " + revision,
                       "`git log --oneline -- FILE` lists the commits of a file; it may have had another name",
                       kNoSuchFile);
    case GitProblem::no_answer:
      throw UsageError(quoted(path) + " cannot be read: git gave no answer", "git says: " + reading.said);
  }
}

}  // namespace cpm::cli
