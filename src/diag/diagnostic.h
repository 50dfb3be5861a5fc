#pragma once
// A finding as a value: code, message, place, labels, remedy. Wording is made where the mistake is found; layout in render/.
#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "diag/span.h"

namespace cpm::diag {

/// *error*: the file cannot be used as meant. *warning*: likely a mistake. *advice*: good practice.
enum class Severity { advice, warning, error };

/// A second place that helps to understand the first, with a few words: "first given here".
struct Label {
  Span span;
  std::string text;
};

/// Replaces the bytes of `span` by `replacement`; an empty span inserts.
struct Edit {
  Span span;
  std::string replacement;
};

/// *safe*: certainly meant. *unsafe*: perhaps meant. *shown*: for the reader, never applied by itself.
enum class Safety { safe, unsafe, shown };

struct Fix {
  std::string title;
  Safety safety = Safety::shown;
  std::vector<Edit> edits;
};

/// Codes are the numbers of the catalog: 310 is CPM310.
using Code = int;

/// Words of a text that a finding is about, for rules, which do not see how the file writes them.
struct Marked {
  std::string words;
  std::size_t turn = 0;  ///< how often the text has the same words before
};

struct Diagnostic {
  Code code = 0;
  std::string message;          ///< one line, small letters, no full stop; values in backquotes
  Span span;                    ///< the narrowest place
  std::string span_label = {};  ///< a few words beside the caret; may be empty
  std::vector<Label> labels = {};
  std::vector<std::string> notes = {};
  std::string help = {};  ///< the remedy: what to do next
  std::optional<Fix> fix = {};
  std::string item = {};  ///< id of the record concerned (item, step …): what suppressions name; may be empty
  Severity severity = Severity::error;  ///< filled from the catalog on `add`, lowered by policy
  std::optional<Marked> marked = {};    ///< the span holds them, somewhere: `find_marked` narrows it
};

/// A finding that is known and accepted, so that it is not shown: by a suppression, or by a baseline.
struct Accepted {
  Diagnostic finding;
  std::string reason = {};  ///< may be empty
  bool by_baseline = false;
};

/// Can `cpm fix` fix it without asking?
bool has_safe_fix(const Diagnostic& finding);

/// The one list that yaml/, format/ and rules/ append to.
class Diagnostics {
 public:
  /// Fills in the catalog's severity. The code must be in the catalog.
  void add(Diagnostic diagnostic);
  /// Findings that have their severity already.
  void take(Diagnostics&& others);
  const std::vector<Diagnostic>& all() const { return list_; }
  std::vector<Diagnostic>& all() {
    counted_ = 0;
    files_with_errors_.clear();
    return list_;
  }
  std::size_t count(Severity severity) const;
  /// Errors in this file? Looks at each finding once, however often it is asked.
  bool has_error(FileId file) const;
  bool has_error() const { return count(Severity::error) > 0; }

 private:
  std::vector<Diagnostic> list_;
  mutable std::vector<bool> files_with_errors_;  ///< by FileId, from the first `counted_` findings
  mutable std::size_t counted_ = 0;
};

}  // namespace cpm::diag
