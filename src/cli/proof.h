#pragma once
// `--check`: is a committed report exactly what cpm would write today?
#include <string>

#include "cli/arguments.h"
#include "cli/context.h"

namespace cpm::cli {

struct Proof {
  std::string bytes;    ///< what the report should hold
  std::string file;     ///< the committed report
  std::string command;  ///< the command line as it was given
  bool beside = false;  ///< a picture beside the report: nothing is said when it is up to date
};

/// `--check` without `-o` is a UsageError.
void check_proof(const Arguments& arguments, const std::string& output);

/// kFine when the file holds these bytes; else says so, with the command that renews it, and kFindings.
int prove(Environment& environment, const Proof& proof);

}  // namespace cpm::cli
