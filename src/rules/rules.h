#pragma once
// Judgments over documents that could be read: one pure function per topic, listed in one table. They see the model and the
// numbers, never the spelling of the files.
#include <span>
#include <string_view>
#include <vector>

#include "diag/diagnostic.h"
#include "model/workspace.h"

namespace cpm::rules {

/// What a rule may look at: one usable, asked-for document, with everything it refers to.
struct Subject {
  const model::Workspace& workspace;
  const model::Document& document;
};

/// One row: the codes a function may report (so that the count of rules is honest) and the function.
struct Rule {
  std::string_view topic;  ///< "plan: horizon"
  std::span<const diag::Code> codes;
  void (*check)(const Subject&, diag::Diagnostics&) = nullptr;
};

std::span<const Rule> rules();

/// Runs all rules on every document that is asked for and usable. `topic_prefix` ("plan: ") restricts them; empty = all.
/// Rules whose findings all weigh less than `least` are left out, save where a policy may weigh them otherwise.
void check(const model::Workspace& workspace, std::string_view topic_prefix, diag::Diagnostics& findings,
           diag::Severity least = diag::Severity::advice);

/// Applies each repository's policy: lowers severities, drops suppressed findings, reports suppressions that have ended or
/// that suppress nothing. Errors of 1xx to 3xx stay what they are.
/// Hands back what was suppressed, with the reason given.
std::vector<diag::Accepted> apply_policy(const model::Workspace& workspace, diag::Diagnostics& findings);
/// How many rules the repositories of the files asked for hide, each counted once.
std::size_t hidden_rules(const model::Workspace& workspace);

}  // namespace cpm::rules
