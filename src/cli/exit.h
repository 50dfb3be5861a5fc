#pragma once
// How a run of cpm ends: the exit statuses, and the one exception for a wrong command line.
#include <stdexcept>
#include <string>
#include <utility>

#include "diag/diagnostic.h"

namespace cpm::cli {

inline constexpr int kFine = 0;
inline constexpr int kFindings = 1;     ///< findings at or above `--fail-on`, a stale report, input too broken to use
inline constexpr int kUsage = 2;        ///< wrong command line, or nothing to check
inline constexpr int kEnvironment = 3;  ///< output that cannot be written, a folder that cannot be listed
inline constexpr int kInternal = 70;    ///< a mistake in cpm

/// Codes of the catalog for a wrong command line or environment; all from the first one on are not about the content of files.
inline constexpr diag::Code kFirstEnvironmentCode = 900;
inline constexpr diag::Code kNoSuchFile = 902;
inline constexpr diag::Code kNothingToCheck = 904;

/// A command line that cannot be followed: exit status 2. `message` says what was found, `help` what to do next.
class UsageError : public std::runtime_error {
 public:
  explicit UsageError(const std::string& message, std::string help = {}, diag::Code code = 0, int status = kUsage)
      : std::runtime_error(message), help_(std::move(help)), code_(code), status_(status) {}

  const std::string& help() const { return help_; }
  /// The code of the catalog that explains it, or 0.
  diag::Code code() const { return code_; }
  /// kFindings when the command line is right and a file it names cannot be used.
  int status() const { return status_; }

 private:
  std::string help_;
  diag::Code code_ = 0;
  int status_ = kUsage;
};

}  // namespace cpm::cli
