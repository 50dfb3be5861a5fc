#pragma once
// The outside world of a run: files, streams, terminal, git, environment variables, today; the host that runs a check; and the
// one line of progress on a terminal. The only place that reads the clock; tests put their own in its place.
#include <chrono>
#include <cstddef>
#include <functional>
#include <iosfwd>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "base/files.h"
#include "base/system/terminal.h"
#include "format/load.h"

namespace cpm::cli {

enum class GitProblem { none, no_program, no_repository, no_revision, no_file, no_answer };

struct GitReading {
  GitProblem problem = GitProblem::none;
  std::string said = {};  ///< by git, in a line; for `no_answer`
  base::FileReading file = {};
};

/// What git is asked for: `name` is a path below `folder`, which exists.
struct GitQuestion {
  std::string folder;
  std::string name;
  std::string revision;
};

/// The bytes of a file at a revision, up to the limit, by the `git` program. No shell, no network, nothing written.
GitReading read_from_git(const GitQuestion& question, std::size_t limit);

/// How a file differs between two revisions, or between one and the files as they are.
struct GitChange {
  bool before = false;  ///< it is there at the first
  bool now = false;     ///< and at the second
  std::string name;     ///< below the folder asked about
};
struct GitChanges {
  GitReading reading = {};   ///< what went wrong, if anything
  std::string unknown = {};  ///< the revision that git does not know
  std::vector<GitChange> changes = {};
};
struct GitRange {
  std::string folder;
  std::string before;
  std::string now;  ///< empty: the files as they are, also those that git does not keep yet
};
/// The files below a folder that differ. As bounded and harmless as `read_from_git`.
GitChanges changed_in_git(const GitRange& range);

/// Which file, how much of each version, and how many versions.
struct GitPastQuestion {
  GitQuestion file;
  std::size_t bytes = 0;
  std::size_t versions = 0;
};
/// The versions of a file, also under earlier names, up to the commit that is checked out.
struct GitPast {
  GitReading reading = {};                       ///< what went wrong, if anything
  bool shallow = false;                          ///< older commits are not in this clone
  bool more = false;                             ///< there are more versions
  std::vector<base::FileReading> versions = {};  ///< the newest first
};
/// As bounded and harmless as `read_from_git`.
GitPast past_in_git(const GitPastQuestion& question);

/// The whole repository, read and judged once for several commands.
struct SharedReading {
  std::unique_ptr<format::Loaded> loaded = {};  ///< nothing before the first of them
  std::vector<diag::Accepted> accepted = {};
};

struct Environment {
  base::Files& files;
  std::istream& in;
  std::ostream& out;
  std::ostream& err;
  bool out_is_terminal = false;
  bool err_is_terminal = false;
  std::size_t width = 0;                                       ///< columns of the terminal; 0: unknown
  std::function<std::string(const char* name)> variable = {};  ///< empty when it is not set
  std::function<base::Date()> today = {};                      ///< in local time
  std::function<std::string()> program_folder = {};            ///< that holds this program; empty when nobody can tell
  /// A version of a file that git keeps, up to so many bytes.
  std::function<GitReading(const GitQuestion& question, std::size_t limit)> from_git = {};
  /// What differs between versions that git keeps.
  std::function<GitChanges(const GitRange& range)> git_changes = {};
  /// The versions of a file that git keeps.
  std::function<GitPast(const GitPastQuestion& question)> git_past = {};
  std::function<std::chrono::milliseconds()> watch = {};  ///< runs evenly from any start; empty: there is none
  /// The next bytes of standard input, if some come in that time; nothing: waits for them. Empty: `in` tells all.
  std::function<base::InputPiece(std::optional<std::chrono::milliseconds> patience)> listen = {};
  /// What earlier runs of this process read; nullptr: there is none.
  format::Memory* memory = nullptr;
  /// For commands that look at the same files: the first one reads for all; nullptr: each reads what it needs.
  SharedReading* shared = nullptr;
  /// Takes what was read when a run is over; empty: its memory is given back.
  std::function<void(std::unique_ptr<format::Loaded>)> take_over = {};
};

/// Standard streams, the terminal, the environment and the clock of this process.
Environment system_environment(base::Files& files);

// The hosts that run checks for a repository (GitHub Actions, GitLab CI) tell in environment variables which format suits them,
// where their checkout begins, and the page that they keep of a job. One row each.

/// The format for the host that runs this; empty for none. `to_file`: the output goes to a file.
std::string_view format_of_host(const Environment& environment, bool to_file);

/// The current folder as seen from the root of the host's checkout; empty when they are the same, or there is no host.
std::string folder_in_checkout(const Environment& environment);

/// A page of Markdown that a host keeps of a job, and how many bytes it still takes.
struct SummaryPage {
  std::string file;
  std::size_t room = 0;
};
/// For the host that this format is made for.
std::optional<SummaryPage> summary_page(const Environment& environment, std::string_view format);

/// "reading 1200 files…" on a terminal, for work that takes longer than half a second; erased before anything else is said.
class Progress {
 public:
  /// Silent unless `shown`, standard error is a terminal that can erase a line, and the environment has a watch.
  Progress(Environment& environment, bool shown);
  ~Progress() { erase(); }
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;

  void read(std::size_t files);
  void erase();

 private:
  Environment& environment_;
  bool active_ = false;
  bool visible_ = false;
  std::chrono::milliseconds next_{};  ///< when to say something
};

}  // namespace cpm::cli
