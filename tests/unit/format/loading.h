#pragma once
// Files in memory, loaded; their findings in short: "plan.yaml:3:1 CPM210".
#include <algorithm>
#include <memory>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "diag/catalog.h"
#include "format/load.h"
#include "tests/support/memory_files.h"

namespace cpm::test {

inline std::string joined(const std::vector<std::string>& lines) {
  std::string text;
  for (const std::string& line : lines) text += (text.empty() ? "" : ", ") + line;
  return text;
}

inline const std::string kRepository = "format: cpm/repository/1\ncounty: example\n";

/// `text` with the first `part` replaced; throws if it has none, so that a slip in a test shows.
inline std::string with(std::string text, std::string_view part, std::string_view instead) {
  const std::size_t at = text.find(part);
  if (at == std::string::npos) throw std::invalid_argument("not in the text: " + std::string(part));
  return text.replace(at, part.size(), instead);
}

class Loading {
 public:
  using Texts = std::vector<std::pair<std::string, std::string>>;

  explicit Loading(const Texts& texts, std::vector<std::string> paths = {"."}) {
    for (const auto& [path, text] : texts) files.add(path, text);
    load(std::move(paths));
  }
  /// One file, of which only the findings matter.
  static Loading of(std::string text) { return Loading(Texts{{"f.yaml", std::move(text)}}); }

  Loading() = default;
  void load(std::vector<std::string> paths) {
    loaded = format::load(files, {.paths = std::move(paths), .as_of = *base::read_date("2026-06-01").date});
  }

  const std::vector<diag::Diagnostic>& all() const { return loaded->findings.all(); }
  const diag::Diagnostic& only() const { return all().at(0); }

  std::string place(const diag::Span& span) const {
    const diag::SourceFile& file = loaded->sources.file(span.file);
    if (span.whole_file) return file.path();
    const diag::Position at = file.position(span.begin);
    return file.path() + ":" + std::to_string(at.line) + ":" + std::to_string(at.column);
  }

  /// "plan.yaml:3:1 CPM210, plan.yaml:9:5 CPM306": all findings in the order in which they were made.
  std::string places() const {
    std::vector<std::string> places;
    for (const diag::Diagnostic& finding : all())
      places.push_back(place(finding.span) + " " + diag::code_text(finding.code));
    return joined(places);
  }

  std::string marked(const diag::Span& span) const { return std::string(loaded->sources.file(span.file).text(span)); }

  /// The file of the finding after its fix; empty when it has none.
  std::string fixed(const diag::Diagnostic& finding) const {
    if (!finding.fix) return {};
    std::string bytes = loaded->sources.file(finding.span.file).bytes();
    std::vector<diag::Edit> edits = finding.fix->edits;
    std::ranges::sort(edits, {}, [](const diag::Edit& edit) { return edit.span.begin; });
    for (auto edit = edits.rbegin(); edit != edits.rend(); ++edit)
      bytes.replace(edit->span.begin, edit->span.end - edit->span.begin, edit->replacement);
    return bytes;
  }

  const model::Document& document(const std::string& path) const {
    return *format::find_document(loaded->workspace, path);
  }

  MemoryFiles files;
  std::unique_ptr<format::Loaded> loaded;
};

}  // namespace cpm::test
