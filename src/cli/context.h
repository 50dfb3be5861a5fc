#pragma once
// The outside world of a run: files, streams, terminal, environment variables, today. The only place that reads the
// clock; tests put their own in its place.
#include <chrono>
#include <cstddef>
#include <functional>
#include <iosfwd>
#include <memory>
#include <string>

#include "base/date.h"
#include "base/files.h"
#include "cli/git_file.h"
#include "format/load.h"

namespace cpm::cli {

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
  /// A version of a file that git keeps, up to so many bytes.
  std::function<GitReading(const GitQuestion& question, std::size_t limit)> from_git = {};
  std::function<std::chrono::milliseconds()> watch = {};  ///< runs evenly from any start; empty: there is none
  /// Takes what was read when a run is over; empty: its memory is given back.
  std::function<void(std::unique_ptr<format::Loaded>)> take_over = {};
};

/// Standard streams, the terminal, the environment and the clock of this process.
Environment system_environment(base::Files& files);

}  // namespace cpm::cli
