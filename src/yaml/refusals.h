#pragma once
// What YAML allows and this program does not read: anchors, aliases, tags, and what goes beyond the limits. One finding each,
// at most twenty in a file.
#include <cstddef>
#include <string>

#include "diag/diagnostic.h"
#include "yaml/source.h"

namespace cpm::yaml {

class Refusals {
 public:
  Refusals(const Source& source, diag::Diagnostics& findings) : source_(source), findings_(findings) {}

  // The mark from `begin` to `end`. Where a text belongs, the text lacks its quotes instead; not between brackets.
  void anchor(std::size_t begin, std::size_t end);
  void alias(std::size_t begin, std::size_t end, bool in_brackets);
  void tag(std::size_t begin, std::size_t end, bool in_brackets);
  /// Reading ends here.
  void stop(diag::Code code, std::size_t begin, std::size_t end, std::string message, std::string help);

  bool stopped() const { return stopped_; }
  bool any() const { return count_ > 0; }
  /// Does this place follow from the last refusal, on the same line?
  bool follows(std::size_t at) const { return any() && at <= line_end_; }

 private:
  bool is_text(std::size_t begin, std::size_t end, bool in_brackets) const;
  void text(std::size_t begin);
  void add(diag::Code code, std::size_t begin, std::size_t end, std::string message, std::string help);
  void add(diag::Diagnostic finding);

  const Source& source_;
  diag::Diagnostics& findings_;
  std::size_t count_ = 0;
  std::size_t line_end_ = 0;  ///< of the line of the last refusal
  bool stopped_ = false;
};

}  // namespace cpm::yaml
