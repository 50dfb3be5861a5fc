#pragma once
// The one table of commands. It feeds the command line, `cpm help`, completion and the tests; the driver in run.cpp reads
// `needs` and loads, checks and stops before a command runs.
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "cli/arguments.h"
#include "cli/environment.h"
#include "cli/options.h"
#include "format/load.h"
#include "report/outcome.h"

namespace cpm::cli {

/// What the driver does before the command runs.
enum class Needs {
  nothing,      ///< no files of the county
  files,        ///< files are read and checked; findings are what the command is about
  mixed_files,  ///< files of several kinds; the command itself sets those with errors aside
  clean_files,  ///< files of the command's kind, those with errors set aside
};

/// Which files a command takes when the user names a folder, or nothing.
enum class Unnamed { all, newest, two_newest };

struct Command;

/// What a command gets to work with.
struct Run {
  const Command& command;
  const Arguments& arguments;
  Environment& environment;
  base::Date as_of{};
  const format::Loaded* loaded = nullptr;              ///< nullptr when the command needs nothing
  diag::Diagnostics findings = {};                     ///< of the files concerned; sorted, without duplicates
  std::vector<const model::Document*> documents = {};  ///< files of the command's kind
  std::vector<diag::Accepted> accepted = {};           ///< findings that are known, and so not in `findings`
  std::size_t
      accepted_in_turn = 0;  ///< how many more the policies took out, when each repository was let go of in turn
  std::optional<std::size_t> known = {};  ///< how many of those a baseline took out; nothing: there is none
  std::vector<std::string> paths = {};    ///< that were asked for
};

/// A file that a command writes besides its answer, such as a picture.
struct FileBeside {
  std::string path;
  std::string bytes;
  std::string_view option;  ///< that asked for it
};

/// What it hands back. Commands print nothing.
struct Answer {
  report::Outcome outcome;
  int status = 0;
  std::vector<std::string> remarks = {};  ///< for standard error, a line each
  std::vector<FileBeside> beside = {};
  /// The files as they are after the command has changed them, and the findings left; nothing: they are as they were.
  std::shared_ptr<const format::Loaded> reread = {};
  diag::Diagnostics left = {};
};

struct Example {
  std::string_view command;
  std::string_view about;
};

/// What a command is about, in the order of a user's work: `cpm help` shows them so.
enum class Group { begin, check, snapshot, plan, reports, look_up };

struct GroupTitle {
  Group group;
  std::string_view title;
};

/// One row. It stands at the end of the file of its command; `options_of` adds the options that follow from the other fields.
struct Command {
  std::string_view name;  ///< "score", "plan status"
  std::string_view summary;
  Group group = Group::look_up;
  Needs needs = Needs::nothing;
  std::string_view kind = {};  ///< word of the kind it reads; empty: any
  Unnamed unnamed = Unnamed::all;
  Operand operand = {};
  std::span<const Option* const> options = {};  ///< its own
  std::span<const Example> examples = {};
  Writes writes = Writes::page;
  bool names_its_files = false;   ///< it writes files whose names it knows: no `--output`
  bool keeps_baseline = false;    ///< `--baseline` names the file that it writes
  bool has_pictures = false;      ///< beside Markdown; `--no-pictures` leaves them out
  bool shows_people = false;      ///< as cpm.yaml says, whose errors then stop it; `--no-contacts` leaves them out
  bool has_check = false;         ///< `--check` verifies the file of `--output`
  std::string_view topics = {};   ///< only rules whose topic begins so; empty: all
  bool whole_repository = false;  ///< reads also what the files named do not refer to
  bool looks_back = false;        ///< of a plan it also tells what the county's other plans say
  /// Kinds of file it needs of a folder; empty: all. With them, a command about the newest file needs no older one either.
  std::span<const std::string_view> reads = {};
  std::span<const std::string_view> unshared = {};  ///< those of them that need not be there: see `model::Workspace`
  bool takes_versions = false;                      ///< FILE@REV, as commands for Snapshots do
  bool takes_revisions = false;                     ///< revisions of git stand for the files that differ
  bool findings_only = false;  ///< it looks at findings, not at files: these need not stay in memory
  Answer (*run)(const Run&) = nullptr;
};

/// What figures of Snapshots rest upon.
inline constexpr std::string_view kKindsOfFigures[] = {"snapshot", "instrument", "repository"};
/// And what plans aim at on them.
inline constexpr std::string_view kKindsOfTargets[] = {"snapshot", "plan", "instrument", "repository"};

std::span<const Command* const> commands();
std::span<const GroupTitle> groups();
/// All options of a command, as help shows them: its own, then those that follow from its row.
std::vector<const Option*> options_of(const Command& command);
const Command* find_command(std::string_view name);
/// "plan-status": the command in the name of its JSON Schema.
std::string schema_word(std::string_view name);

/// One run of cpm, to its exit status. `words` are those behind the program's name.
int run(const std::vector<std::string>& words, Environment& environment);

}  // namespace cpm::cli
