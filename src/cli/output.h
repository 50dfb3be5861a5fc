#pragma once
// Where results and remarks go: standard output or a file, and standard error. The only place that writes.
#include <string>
#include <string_view>

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

/// One line on standard error: "cpm: …".
void remark(Environment& environment, std::string_view text);
/// What was wrong with the command line, and what to do next.
void show_usage_error(Environment& environment, const UsageError& error);

/// A word as a shell takes it back: `a b` in quotes.
std::string shell_word(std::string_view word);

}  // namespace cpm::cli
