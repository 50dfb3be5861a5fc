#pragma once
// What a command has to say: a page for people, a result for machines, what was checked. Commands return it, and the driver writes it.
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "diag/diagnostic.h"
#include "report/document.h"
#include "report/result.h"

namespace cpm::report {

/// What a check passed over because the county's own `cpm.yaml` says so.
struct LeftOut {
  std::size_t ignored = 0;   ///< files
  std::size_t accepted = 0;  ///< findings, each with a reason
  std::size_t hidden = 0;    ///< rules
};

/// "58 files, 63 rules": what a check looked at, so that a silent pass cannot be mistaken for a check.
struct Checked {
  std::size_t files = 0;
  std::size_t rules = 0;
  std::vector<std::string> paths = {};             ///< of the files looked at, where they can be named
  diag::Severity fail_on = diag::Severity::error;  ///< from where on findings fail
  std::optional<std::size_t> known = {};           ///< findings that a baseline takes out; nothing: there is none
  LeftOut left_out = {};
};

struct Outcome {
  std::string command;  ///< "score", "plan-check": names the JSON schema `cpm/output/<command>/1`
  std::optional<Document> page;
  std::optional<Result> result;
  std::optional<Checked> checked;     ///< set: the findings are the main thing, and the last line sums them up
  std::string_view records = "rows";  ///< the result's key of its records, for spreadsheets
  std::vector<std::string> columns;   ///< keys of these records; empty: it offers none
  std::string raw;                    ///< text to be written as it is (templates, schemas); then nothing else is set
};

}  // namespace cpm::report
