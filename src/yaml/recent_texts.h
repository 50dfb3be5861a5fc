#pragma once
// The few texts that were read last, with what they say: a page that changes one value asks for the text before and after it again
// and again. One thread at a time.
#include <cstddef>
#include <deque>
#include <memory>
#include <string>

#include "diag/diagnostic.h"
#include "diag/source_file.h"
#include "yaml/node.h"
#include "yaml/reader.h"

namespace cpm::yaml {

/// A text and its tree, whose places name file 0.
struct ReadText {
  ReadText(const diag::SourceFile& text, const Limits& limits)
      : file(text.path(), text.bytes()), most_bytes(limits.bytes), tree(yaml::read(file, 0, limits, findings)) {}
  ReadText(const ReadText&) = delete;
  ReadText& operator=(const ReadText&) = delete;

  diag::SourceFile file;
  std::size_t most_bytes;  ///< of the limits, which go together
  diag::Diagnostics findings = {};
  Tree tree;
};

class RecentTexts {
 public:
  /// As `yaml::read` would tell it.
  std::shared_ptr<const ReadText> read(const diag::SourceFile& text, const Limits& limits);

 private:
  std::deque<std::shared_ptr<const ReadText>> texts_;  ///< the newest first
};

/// Anew where there is no memory of recent texts.
std::shared_ptr<const ReadText> read_text(const diag::SourceFile& text, const Limits& limits, RecentTexts* recent);

}  // namespace cpm::yaml
