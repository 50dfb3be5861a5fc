#pragma once
// A small instrument, a Snapshot and a plan without any finding, for the tests of rules to spoil one thing at a time.
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "diag/diagnostic.h"
#include "model/workspace.h"
#include "rules/rules.h"

namespace cpm::rules::test {

/// A place of its own for every value, so that tests can tell them apart.
inline diag::Span next_place() {
  static std::uint32_t next = 0;
  next += 10;
  return {.file = 0, .begin = next, .end = next + 5, .whole_file = false};
}

template <class T>
diag::Located<T> given(T value) {
  return {.value = std::move(value), .span = next_place(), .given = true};
}

inline diag::LocatedText text(std::string value) {
  return given(std::move(value));
}
inline model::LocatedWhole whole(std::int64_t value) {
  return given(value);
}
inline model::LocatedDate day(std::string_view value) {
  return given(*base::read_date(value).date);
}
inline model::LocatedDecimal number(std::string_view value) {
  return given(*base::read_decimal(value));
}

inline model::TextList texts(const std::vector<std::string>& values) {
  model::TextList list;
  for (const std::string& value : values) list.push_back(text(value));
  return list;
}

/// Scale 0, 1, 2; area `or` with `or-vision` and `or-team`, area `wd` with `wd-coach` and `wd-preview`.
model::Instrument small_instrument();
/// Final, of the small instrument, dated 2018-03-15: no finding.
model::Snapshot clean_snapshot();
/// Three priorities, one objective each, one step each, 2018-07-01 to 2019-09-30, following the clean Snapshot: no finding.
model::Plan clean_plan();
model::TheoryOfChange clean_theory();

model::Rating scored(std::int64_t score);
model::Rating unanswered(model::RatingState state);
model::Rating& rating_of(model::Snapshot& snapshot, std::string_view item);
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

}  // namespace cpm::rules::test
