#pragma once
// Where results and remarks go: standard output or a file, and standard error; and `--check`, which compares instead of
// writing. The only place that writes.
#include <string>
#include <string_view>

#include "base/files.h"
#include "cli/arguments.h"
#include "cli/commands.h"
#include "cli/exit.h"
#include "cli/options.h"

namespace cpm::cli {

/// The bytes of an answer in the chosen format.
std::string written(const Run& run, const report::Outcome& outcome, const Display& display);

/// Writes to standard output. Throws base::IoError; a reader that has stopped reading is no failure.
void write_out(Environment& environment, std::string_view bytes);

/// Writes the bytes to the file of `-o`, or to standard output. Throws base::IoError when they cannot be written.
void deliver(const Run& run, std::string_view bytes, const Display& display);

/// Appends the findings to the page that the host keeps of this job, where it has one.
void write_job_summary(const Run& run, const report::Outcome& outcome, const Display& display);

/// Writes the files beside an answer. Throws UsageError when one of them is an input or the output of `-o`.
void deliver_beside(const Run& run, const std::vector<FileBeside>& files, const Display& display);

/// Findings that are not part of the output, or that only a program can read there, as text on standard error; with the last
/// line of a check when the outcome is one.
void show_findings(const Run& run, const Display& display, const report::Outcome& outcome = {});

/// One line on standard error, "cpm: …", and a second one with what to do.
void remark(Environment& environment, std::string_view text, std::string_view help = {});
/// What was wrong with the command line, and what to do next.
void show_usage_error(Environment& environment, const UsageError& error);

/// A word as a shell takes it back: `a b` in quotes, line ends and hidden characters by their numbers.
std::string shell_word(std::string_view word);

/// `--check`: is a committed report exactly what cpm would write today?
struct UpToDateCheck {
  std::string bytes;    ///< what the report should hold
  std::string file;     ///< the committed report
  std::string command;  ///< the command line that renews it
};

struct UpToDateAnswer {
  bool fine = false;
  std::string message;
  std::string help = {};
};

/// `--check` without `-o` is a UsageError.
void check_has_output(const Arguments& arguments, const std::string& output);

/// Does the file hold these bytes? Else the message says what is wrong, and the help which command renews it.
UpToDateAnswer up_to_date(const base::Files& files, const UpToDateCheck& check);

}  // namespace cpm::cli
