#pragma once
// What the reader's tests share: reading a text held in memory and writing trees down as the yaml-test-suite writes
// events.
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "diag/diagnostic.h"
#include "diag/source_file.h"
#include "yaml/reader.h"

namespace cpm::test {

/// One text, read. Keeps the bytes that the tree points into.
struct Reading {
  std::unique_ptr<diag::SourceFile> file;
  diag::Diagnostics findings;
  yaml::Tree tree;

  explicit Reading(std::string text, const yaml::Limits& limits = {})
      : file(std::make_unique<diag::SourceFile>("test.yaml", std::move(text))) {
    tree = yaml::read(*file, 0, limits, findings);
  }

  /// "2:3 CPM114", one for each finding, in order.
  std::vector<std::string> places() const {
    std::vector<std::string> result;
    for (const diag::Diagnostic& finding : findings.all())
      result.push_back(place(finding.span) + " CPM" + std::to_string(finding.code));
    return result;
  }
  std::string place(const diag::Span& span) const {
    if (span.whole_file) return "file";
    const diag::Position position = file->position(span.begin);
    return std::to_string(position.line) + ":" + std::to_string(position.column);
  }
  /// The value of a key of the root map; the root must be a map that has it.
  const yaml::Node& value(std::string_view key) const { return *yaml::find_entry(*tree.root, key)->value; }
  std::string source(const yaml::Node& node) const { return std::string{file->text(node.span)}; }
  /// The text after a finding's fix.
  std::string fixed(const diag::Diagnostic& finding) const {
    std::string text = file->bytes();
    const std::vector<diag::Edit>& edits = finding.fix->edits;
    for (auto edit = edits.rbegin(); edit != edits.rend(); ++edit) {
      text.replace(edit->span.begin, edit->span.end - edit->span.begin, edit->replacement);
    }
    return text;
  }
};

/// The texts of a value in the notation of the yaml-test-suite: line ends, tabs and backslashes escaped.
inline std::string escaped(std::string_view text) {
  std::string result;
  for (const char character : text) {
    constexpr std::string_view kSigns = "\n\t\r\b\\";
    constexpr std::string_view kLetters = "ntrb\\";
    const std::size_t at = kSigns.find(character);
    if (at == std::string_view::npos) {
      result += character;
    } else {
      result += '\\';
      result += kLetters[at];
    }
  }
  return result;
}

/// A tree as the suite writes events, one a line, without stream and document.
inline void write_events(const yaml::Node& node, std::string& out) {
  constexpr std::string_view kStyles = ":'\"|>";
  if (node.kind == yaml::Kind::map) {
    out += node.flow ? "+MAP {}\n" : "+MAP\n";
    for (const yaml::Entry& entry : node.entries) {
      write_events(*entry.key, out);
      write_events(*entry.value, out);
    }
    out += "-MAP\n";
  } else if (node.kind == yaml::Kind::list) {
    out += node.flow ? "+SEQ []\n" : "+SEQ\n";
    for (const yaml::Node* const item : node.items) write_events(*item, out);
    out += "-SEQ\n";
  } else {
    out += std::string{"=VAL "} + kStyles[static_cast<std::size_t>(node.style)] + escaped(node.text) + "\n";
  }
}

inline std::string events(const yaml::Node& node) {
  std::string out;
  write_events(node, out);
  return out;
}

}  // namespace cpm::test
