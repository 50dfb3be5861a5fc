#pragma once
// What a command has to say: a page for people, a result for machines, what was checked. Commands return it; none prints.
#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "diag/diagnostic.h"
#include "report/document.h"
#include "report/result.h"

namespace cpm::report {

/// "58 files, 63 rules": what a check looked at, so that a silent pass cannot be mistaken for a check.
struct Checked {
  std::size_t files = 0;
  std::size_t rules = 0;
  std::vector<std::string> paths = {};             ///< of the files looked at, where they can be named
  diag::Severity fail_on = diag::Severity::error;  ///< from where on findings fail
  std::optional<std::size_t> known = {};           ///< findings that a baseline takes out; nothing: there is none
};

struct Outcome {
  std::string command;  ///< "score", "plan-check": names the JSON schema `cpm/output/<command>/1`
  std::optional<Document> page;
  std::optional<Result> result;
  std::optional<Checked> checked;    ///< set: the findings are the main thing, and the last line sums them up
  std::vector<std::string> columns;  ///< keys of the records under the result's `rows`; empty: it offers none
  std::string raw;                   ///< text to be written as it is (templates, schemas); then nothing else is set
};

}  // namespace cpm::report
