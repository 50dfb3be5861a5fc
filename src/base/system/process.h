#pragma once
// Running another program without a shell: words in, bytes out, with limits on both bytes and patience.
#include <cstddef>
#include <string>
#include <vector>

namespace cpm::base {

struct ProgramCall {
  std::vector<std::string> words;           ///< the program, looked up on PATH, and its arguments as they are
  std::vector<std::string> variables = {};  ///< "NAME=value", on top of the environment of this process
  std::size_t limit = 1 << 20;              ///< bytes of standard output to take
  int patience = 30;                        ///< seconds without a byte, or without an end, after which it is stopped
};

enum class ProgramEnd {
  finished,     ///< by itself, with `status`
  not_started,  ///< there is no such program, or it may not be run
  too_large,    ///< stopped behind the limit; `out` holds the bytes up to there
  too_slow,     ///< stopped when patience ran out
};

struct ProgramResult {
  ProgramEnd end = ProgramEnd::not_started;
  int status = -1;   ///< exit status; -1 when a signal ended it
  std::string out;   ///< at most `limit` bytes
  std::string said;  ///< the beginning of what it wrote to standard error
};

/// Standard input is empty. Returns when the program has ended or was stopped.
ProgramResult run_program(const ProgramCall& call);

}  // namespace cpm::base
