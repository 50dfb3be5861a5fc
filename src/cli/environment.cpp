#include "cli/environment.h"

#include <array>
#include <fmt/format.h>
#include <iostream>
#include <ostream>

#include "base/system/process.h"
#include "base/system/terminal.h"
#include "base/text.h"

namespace cpm::cli {
namespace {

// Giving back the memory of a state's files, piece by piece, takes longer than reading a county's; the system does it at once.
void keep_to_the_end(std::unique_ptr<format::Loaded> loaded) {
  [[maybe_unused]] static const format::Loaded* kept = nullptr;
  kept = loaded.release();
}

}  // namespace

Environment system_environment(base::Files& files) {
  const bool out_is_terminal = base::is_terminal(base::Stream::out);
  const bool err_is_terminal = base::is_terminal(base::Stream::error);
  const std::size_t width = base::terminal_width(out_is_terminal ? base::Stream::out : base::Stream::error);
  return Environment{.files = files,
                     .in = std::cin,
                     .out = std::cout,
                     .err = std::cerr,
                     .out_is_terminal = out_is_terminal,
                     .err_is_terminal = err_is_terminal,
                     .width = width,
                     .variable = base::environment_variable,
                     .today = base::local_today,
                     .program_folder = base::program_folder,
                     .from_git = read_from_git,
                     .git_changes = changed_in_git,
                     .git_past = past_in_git,
                     .watch = base::steady_time,
                     .listen = base::read_input,
                     .take_over = keep_to_the_end};
}

namespace {

struct Host {
  const char* variable;  ///< this variable is `true` there
  const char* root;      ///< this one holds the root of the checkout
  std::string_view format;
  bool needs_file = false;     ///< its format is not for a log
  const char* page = nullptr;  ///< this one names the file of the job's page
  std::size_t page_size = 0;   ///< bytes that the page may have
};

// docs.github.com, "Variables reference" and "Workflow commands": the summary of a step takes 1 MiB.
// docs.gitlab.com, "Predefined CI/CD variables reference".
constexpr std::array kHosts = {
    Host{.variable = "GITHUB_ACTIONS",
         .root = "GITHUB_WORKSPACE",
         .format = "github",
         .page = "GITHUB_STEP_SUMMARY",
         .page_size = 1024 * 1024},
    Host{.variable = "GITLAB_CI", .root = "CI_PROJECT_DIR", .format = "gitlab", .needs_file = true},
};

}  // namespace

std::string_view format_of_host(const Environment& environment, bool to_file) {
  for (const Host& host : kHosts)
    if (environment.variable(host.variable) == "true" && (to_file || !host.needs_file)) return host.format;
  return {};
}

std::string folder_in_checkout(const Environment& environment) {
  for (const Host& host : kHosts) {
    const std::string root = environment.variable(host.root);
    if (root.empty()) continue;
    const std::string above = environment.files.real_path(root) + "/";
    const std::string here = environment.files.real_path(".");
    if (here.starts_with(above)) return here.substr(above.size());
  }
  return {};
}

std::optional<SummaryPage> summary_page(const Environment& environment, std::string_view format) {
  for (const Host& host : kHosts) {
    const std::string file = host.page == nullptr ? std::string{} : environment.variable(host.page);
    if (host.format != format || file.empty()) continue;
    const base::FileReading there = environment.files.read(file, host.page_size);
    const std::size_t used = there.too_large ? host.page_size : there.bytes.size();
    return SummaryPage{.file = file, .room = host.page_size - used};
  }
  return std::nullopt;
}

namespace {

using std::chrono::milliseconds;

constexpr milliseconds kPatience{500};
constexpr milliseconds kPace{100};
constexpr const char* kEraseLine = "\r\x1b[K";

}  // namespace

Progress::Progress(Environment& environment, bool shown) : environment_(environment) {
  active_ = shown && environment.err_is_terminal && environment.watch && environment.variable("TERM") != "dumb";
  if (active_) next_ = environment.watch() + kPatience;
}

void Progress::read(std::size_t files) {
  if (!active_ || environment_.watch() < next_) return;
  next_ = environment_.watch() + kPace;
  visible_ = true;
  environment_.err << kEraseLine << "reading " << base::counted(files, "file") << "…" << std::flush;
}

void Progress::erase() {
  if (visible_) environment_.err << kEraseLine << std::flush;
  visible_ = false;
}

// Git

namespace {

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

/// `place`: "COMMIT:PATH", with "./" before a path below the folder of the question.
GitReading read_at(const GitQuestion& question, const std::string& place, std::size_t limit) {
  base::ProgramResult result = ask_git(question, {"cat-file", "blob", place}, limit + 1);
  const bool too_large = result.end == base::ProgramEnd::too_large || result.out.size() > limit;
  if (too_large) return {.file = {.bytes = {}, .problem = "is too large", .too_large = true}};
  if (result.end != base::ProgramEnd::finished) return no_answer(result);
  if (result.status != 0) return unread(GitProblem::no_file);
  return {.file = {.bytes = std::move(result.out), .problem = {}, .too_large = false}};
}

}  // namespace

namespace {

constexpr std::size_t kMostListed = std::size_t{16} << 20;

/// "M", a name, "A", a name, …, each with a NUL behind it.
void add_changes(const std::string& listed, GitChanges& found) {
  const std::vector<std::string_view> parts = base::split(listed, '\0');
  for (std::size_t i = 0; i + 1 < parts.size(); i += 2)
    found.changes.push_back({.before = parts[i] != "A", .now = parts[i] != "D", .name = std::string(parts[i + 1])});
}

void add_unkept(const std::string& listed, GitChanges& found) {
  for (const std::string_view name : base::split(listed, '\0'))
    if (!name.empty()) found.changes.push_back({.before = false, .now = true, .name = std::string(name)});
}

/// Asks for one list; false when git did not give it.
bool listed(const GitQuestion& question, const std::vector<std::string>& words, GitChanges& found,
            void (*add)(const std::string&, GitChanges&)) {
  const base::ProgramResult result = ask_git(question, words, kMostListed);
  if (went_well(result))
    add(result.out, found);
  else
    found.reading = no_answer(result);
  return went_well(result);
}

}  // namespace

GitChanges changed_in_git(const GitRange& range) {
  GitQuestion question{.folder = range.folder, .name = {}, .revision = range.before};
  GitChanges found{.reading = find_repository(question)};
  if (found.reading.problem != GitProblem::none) return found;
  std::vector<std::string> commits;
  for (const std::string& revision : {range.before, range.now}) {
    if (revision.empty()) continue;
    question.revision = revision;
    const std::optional<std::string> commit = commit_of(question);
    if (!commit) return {.reading = unread(GitProblem::no_revision), .unknown = revision};
    commits.push_back(*commit);
  }
  const bool both = commits.size() > 1;
  std::vector<std::string> words = {"-c",
                                    "core.fsmonitor=false",
                                    both ? "diff-tree" : "diff-index",
                                    "-r",
                                    "-z",
                                    "--name-status",
                                    "--no-renames",
                                    "--relative"};
  words.insert(words.end(), commits.begin(), commits.end());
  words.emplace_back("--");
  if (listed(question, words, found, add_changes) && !both)
    listed(question, {"-c", "core.fsmonitor=false", "ls-files", "-z", "--others", "--exclude-standard"}, found,
           add_unkept);
  return found;
}

namespace {

/// The file in a commit that changed it, under the name that it had then.
struct NamedVersion {
  std::string commit;
  std::string name;
};

/// A commit, then what it did to the file and its name: "M", name; "R100", old name, new name. Each has a NUL behind it. Behind
/// a copy ("C") begins the past of another file.
std::vector<NamedVersion> named_versions(const std::string& listed) {
  std::vector<NamedVersion> versions;
  std::string commit;
  const std::vector<std::string_view> parts = base::split(listed, '\0');
  for (std::size_t i = 0; i < parts.size(); ++i) {
    const std::string_view part = base::trimmed(parts[i]);
    const bool is_change = part.find_first_of("ACDMRT") == 0;
    if (!is_change) {
      commit = part.empty() ? commit : std::string(part);
      continue;
    }
    const bool two_names = part[0] == 'R' || part[0] == 'C';
    i += two_names ? 2 : 1;
    if (i < parts.size() && part[0] != 'D') versions.push_back({.commit = commit, .name = std::string(parts[i])});
    if (part[0] == 'C') break;
  }
  return versions;
}

/// The commits that changed the file, also under earlier names. What users set for themselves must not change the list.
std::vector<std::string> listing_of(const GitPastQuestion& question, const std::string& newest) {
  return {"--literal-pathspecs",
          "-c",
          "log.showSignature=false",
          "-c",
          "diff.relative=false",
          "log",
          "--follow",
          "--find-renames=75%",
          "--topo-order",
          "-z",
          "--format=%H",
          "--name-status",
          "--no-color",
          fmt::format("--max-count={}", question.versions + 1),
          newest,
          "--",
          "./" + question.file.name};
}

/// A version in which the file is not there says nothing; false when git gives no answer.
bool add_version_at(const NamedVersion& version, const GitPastQuestion& question, GitPast& past) {
  GitReading reading = read_at(question.file, version.commit + ":" + version.name, question.bytes);
  if (reading.problem == GitProblem::none) past.versions.push_back(std::move(reading.file));
  if (reading.problem == GitProblem::none || reading.problem == GitProblem::no_file) return true;
  past.reading = std::move(reading);
  return false;
}

}  // namespace

GitPast past_in_git(const GitPastQuestion& question) {
  const GitQuestion head{.folder = question.file.folder, .name = question.file.name, .revision = "HEAD"};
  GitPast past{.reading = find_repository(head)};
  if (past.reading.problem != GitProblem::none) return past;
  const std::optional<std::string> newest = commit_of(head);
  if (!newest) return past;  // nothing is committed yet
  past.shallow = base::trimmed(ask_git(head, {"rev-parse", "--is-shallow-repository"}, 100).out) == "true";
  const base::ProgramResult list = ask_git(head, listing_of(question, *newest), kMostListed);
  if (!went_well(list)) return {.reading = no_answer(list)};
  std::size_t asked = 0;
  for (const NamedVersion& version : named_versions(list.out)) {
    past.more = asked == question.versions;
    if (past.more || !add_version_at(version, question, past)) break;
    ++asked;
  }
  return past;
}

GitReading read_from_git(const GitQuestion& question, std::size_t limit) {
  GitReading found = find_repository(question);
  if (found.problem != GitProblem::none) return found;
  const std::optional<std::string> commit = commit_of(question);
  return commit ? read_at(question, fmt::format("{}:./{}", *commit, question.name), limit)
                : unread(GitProblem::no_revision);
}

}  // namespace cpm::cli
