#pragma once
// A text with a cursor in it, `^`, a repository around it in memory, and the files that all tests are about.
#include <algorithm>
#include <deque>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "assist/complete.h"
#include "assist/hover.h"
#include "format/load.h"
#include "format/read_document.h"
#include "tests/support/source_root.h"

namespace cpm::test {

inline const model::BuiltIn& built_in_lists() {
  static const std::unique_ptr<format::Loaded> loaded = format::load_built_in();
  return loaded->built_in;
}

/// Every example and fixture, in the order of their paths.
inline std::vector<std::string> sample_texts() {
  std::vector<std::filesystem::path> paths;
  for (const char* const folder : {"/examples", "/tests/rules", "/tests/formats", "/tests/cli", "/tests/public"})
    for (const auto& entry : std::filesystem::recursive_directory_iterator(test::source_root() + folder))
      if (entry.is_regular_file() && entry.path().extension() == ".yaml") paths.push_back(entry.path());
  std::ranges::sort(paths);
  std::vector<std::string> texts;
  for (const auto& path : paths) {
    std::ifstream in(path, std::ios::binary);
    texts.emplace_back(std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>());
  }
  return texts;
}

/// The built-in lists, and the files that a test puts there by their paths.
class MemoryAround final : public assist::Around {
 public:
  std::map<std::string, std::string> texts;

  const model::BuiltIn& built_in() override { return built_in_lists(); }

  std::vector<assist::Neighbor> files(std::string_view kind) override {
    std::vector<assist::Neighbor> found;
    for (const auto& [path, text] : texts) {
      const assist::Reading reading(text);
      if (reading.kind() != nullptr && reading.kind()->word == kind) found.push_back({.inside = path, .bytes = text});
    }
    return found;
  }

  const model::Instrument* instrument(std::string_view id, std::string_view version) override {
    for (const model::Instrument& each : built_in().instruments)
      if (each.id.value == id && each.version.value == version) return &each;
    for (const assist::Neighbor& file : files("instrument")) {
      const diag::SourceFile source(file.inside, std::string(file.bytes));
      diag::Diagnostics unsaid;
      model::Content& content = contents_.emplace_back();
      format::read_untried(source, 0, {}, &built_in(), content, unsaid);
      const auto* const own = std::get_if<model::Instrument>(&content);
      if (own != nullptr && own->id.value == id) return own;
    }
    return nullptr;
  }

  base::Date today() override {
    using namespace std::chrono;
    return base::Date{year{2026}, March, day{31}};
  }

 private:
  std::deque<model::Content> contents_;
};

/// A plan with these lines below its first one.
inline std::string plan(const std::string& text) {
  return "format: cpm/plan/1\n" + text;
}

struct Cursor {
  std::string text;
  std::size_t at = 0;
};

inline Cursor cursor_in(std::string marked) {
  const std::size_t at = marked.find('^');
  marked.erase(at, 1);
  return {.text = std::move(marked), .at = at};
}

inline assist::Offers offers_in(const Cursor& cursor, assist::Around& around) {
  return assist::offers_at(assist::Reading(cursor.text), cursor.at, around);
}

/// The labels of what is offered, with blanks between them.
inline std::string offered(const std::string& marked, assist::Around& around) {
  std::string labels;
  for (const assist::Offer& offer : offers_in(cursor_in(marked), around).offers)
    labels += (labels.empty() ? "" : " ") + offer.label;
  return labels;
}

inline std::string offered(const std::string& marked) {
  MemoryAround around;
  return offered(marked, around);
}

/// The text with this offer taken; "(not offered)" when it is not there.
inline std::string taken(const std::string& marked, std::string_view label, assist::Around& around) {
  Cursor cursor = cursor_in(marked);
  const assist::Offers all = offers_in(cursor, around);
  for (const assist::Offer& offer : all.offers)
    if (offer.label == label) return cursor.text.replace(all.word.begin, all.word.end - all.word.begin, offer.text);
  return "(not offered)";
}

inline std::string taken(const std::string& marked, std::string_view label) {
  MemoryAround around;
  return taken(marked, label, around);
}

/// "word: what is said", or "(nothing)".
inline std::string hovered(const std::string& marked, assist::Around& around) {
  const Cursor cursor = cursor_in(marked);
  const auto hover = assist::hover_at(assist::Reading(cursor.text), cursor.at, around);
  if (!hover) return "(nothing)";
  return cursor.text.substr(hover->word.begin, hover->word.end - hover->word.begin) + ": " + hover->text;
}

inline std::string hovered(const std::string& marked) {
  MemoryAround around;
  return hovered(marked, around);
}

}  // namespace cpm::test
