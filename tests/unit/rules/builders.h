#pragma once
// A small instrument, a Snapshot and a plan without any finding, for the tests of rules to spoil one thing at a time.
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "diag/diagnostic.h"
#include "model/workspace.h"
#include "rules/rules.h"
#include "tests/support/build_model.h"

namespace cpm::test {

/// Scale 0, 1, 2; area `or` with `or-vision` and `or-team`, area `wd` with `wd-coach` and `wd-preview`.
model::Instrument small_instrument();
/// Final, of the small instrument, dated 2018-03-15: no finding.
model::Snapshot clean_snapshot();
/// Three priorities, one objective each, one step each, 2018-07-01 to 2019-09-30, following the clean Snapshot: no finding.
model::Plan clean_plan();
model::TheoryOfChange clean_theory();

/// A score that no rule minds: the top value brings its evidence.
model::Rating rated(std::int64_t score);
model::Rating unanswered(model::RatingState state);
/// Importance 3, feasibility 2, of an item or of an opportunity; an empty name is not given.
void add_judgment(model::Snapshot& snapshot, const std::string& item, const std::string& opportunity);
void add_votes(model::Rating& rating, const std::vector<std::pair<std::string, std::int64_t>>& votes);

/// All rules on one document, at 2020-01-01. The instrument is the small one; a plan follows `snapshot`.
diag::Diagnostics check_snapshot(const model::Snapshot& snapshot);
diag::Diagnostics check_plan(const model::Plan& plan);
diag::Diagnostics check_plan(const model::Plan& plan, const model::Snapshot& snapshot);
diag::Diagnostics check_instrument(const model::Instrument& instrument);
diag::Diagnostics check_theory(const model::TheoryOfChange& theory);

/// Any kind of document, below a `cpm.yaml`, with the built-in lists `built_in` and a plan that it belongs to.
struct Around {
  const model::Repository* repository = nullptr;
  const model::BuiltIn* built_in = nullptr;
  const model::Document* plan = nullptr;
};
diag::Diagnostics check_content(const model::Content& content, const Around& around = {});

/// A document that others may refer to: usable, in the first home, not asked for. Its address stays valid.
model::Document& add_document(model::Workspace& workspace, model::Content content,
                              const model::Instrument* instrument = nullptr);

/// The rules of plans on one that follows `snapshot` among the documents of the workspace, at 2020-01-01.
diag::Diagnostics check_plan_among(model::Workspace& workspace, const model::Plan& plan,
                                   const model::Document& snapshot);

/// "502 505": codes in the order found; "" when there are none.
std::string codes(const diag::Diagnostics& findings);
/// The only finding; the test fails when there is not exactly one.
diag::Diagnostic only(const diag::Diagnostics& findings);

}  // namespace cpm::test
