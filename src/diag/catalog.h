#pragma once
// All codes of cpm, as data: what `cpm explain`, the man page and SARIF read. Codes are never reused.
#include <span>
#include <string>
#include <string_view>

#include "diag/diagnostic.h"

namespace cpm::diag {

/// One row of the catalog.
struct CodeInfo {
  Code code = 0;
  std::string_view name;  ///< "unknown-key"
  Severity severity = Severity::error;
  std::string_view place;        ///< the kind of file and the field it is about: "plan: steps.responsible"
  std::string_view summary;      ///< one line, shown in lists: "a key that this kind of record does not have"
  std::string_view explanation;  ///< why it matters and how to fix it; a few sentences
  std::string_view basis;        ///< where the rule comes from: "domain.md 14" becomes words for readers; may be empty
  bool client_data = false;      ///< git never forgets it: stays an error unless a suppression accepts it with a reason
};

/// Sorted by code.
std::span<const CodeInfo> catalog();
/// The row of a code, or nullptr.
const CodeInfo* find_code(Code code);
/// By "CPM310", "310" or "score-not-on-scale"; nullptr when there is none.
const CodeInfo* find_code(std::string_view word);
/// "CPM310"
std::string code_text(Code code);
/// "error", "warning", "advice"
std::string_view severity_word(Severity severity);

}  // namespace cpm::diag
