#include "model/texts.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <map>
#include <set>
#include <string>

#include "format/kinds.h"
#include "format/read_document.h"

using namespace cpm;

namespace {

// Keys whose texts are names of files, versions and records, messages, or the words to look for, not words of a county.
constexpr std::string_view kNoWords[] = {"format", "file",   "version", "plan", "snapshot", "found",
                                         "record", "folder", "ignore",  "item", "words",    "small_group_words"};

/// Writes a file of a kind with every field of its table, each text another word.
class Sample {
 public:
  std::string written(const format::Kind& kind) {
    std::string text = "format: " + format::format_text(kind) + '\n';
    for (const format::Field& field : kind.record->fields)
      if (field.name != "format" && field.need != format::Need::never)
        text += std::string{field.name} + ": " + value(*field.shape, field.name) + '\n';
    return text;
  }

  std::map<std::string, std::string> words;  ///< each text → the key it stands under

 private:
  std::string value(const format::Shape& shape, std::string_view key) {
    switch (shape.kind) {
      case format::ShapeKind::text:
        return word(key);
      case format::ShapeKind::word:
        return shape.form->matches("a1") ? "a1" : "\"1\"";
      case format::ShapeKind::date:
      case format::ShapeKind::timeframe:
        return "2026-03-31";
      case format::ShapeKind::county:
        return "example";
      case format::ShapeKind::whole:
        return std::to_string(std::max<std::int64_t>(1, shape.lowest));
      case format::ShapeKind::decimal:
        return "1";
      case format::ShapeKind::flag:
        return "true";
      case format::ShapeKind::choice:
        return std::string{shape.choices.front().word};
      case format::ShapeKind::list:
        return '[' + value(*shape.element, key) + ']';
      case format::ShapeKind::map:
        return '{' + value(*shape.key, key) + ": " + value(*shape.element, key) + '}';
      case format::ShapeKind::record:
        return record(*shape.record);
    }
    return {};
  }

  std::string record(const format::Record& record) {
    std::string text = "{";
    for (const format::Field& field : record.fields)
      if (field.need != format::Need::never)
        text += (text.size() > 1 ? ", " : "") + std::string{field.name} + ": " + value(*field.shape, field.name);
    return text + '}';
  }

  std::string word(std::string_view key) {
    const std::string made = "word " + std::to_string(words.size());
    words.emplace(made, key);
    return made;
  }
};

// The keys of the texts of a whole sample that the walk passes over.
std::string missed(const format::Kind& kind) {
  Sample sample;
  const diag::SourceFile file{"sample.yaml", sample.written(kind)};
  model::Content content;
  diag::Diagnostics findings;
  format::read_document(file, 0, {}, nullptr, content, findings);
  model::for_each_text(content, [&](const model::Text& text) { sample.words.erase(*text.text); });
  std::set<std::string> left;
  for (const auto& [word, key] : sample.words)
    if (std::ranges::find(kNoWords, key) == std::end(kNoWords)) left.insert(key);
  std::string keys;
  for (const std::string& key : left) keys += key + ' ';
  return keys;
}

}  // namespace

TEST_CASE("every text of a county's files is visited") {
  for (const std::string_view kind : {"snapshot", "plan", "support", "theory-of-change", "logic-model", "roadmap",
                                      "fidelity", "baseline", "repository"}) {
    CAPTURE(kind);
    REQUIRE(format::find_kind(kind) != nullptr);
    INFO(
        "a new key whose text people write freely needs its line in src/model/texts.cpp; any other is one of kNoWords");
    CHECK(missed(*format::find_kind(kind)) == "");
  }
  for (const std::string_view kind : {"instrument", "outcomes"})
    CHECK_MESSAGE(!missed(*format::find_kind(kind)).empty(), "not a county's own words");
}

TEST_CASE("texts come with their role and record") {
  model::Plan plan;
  plan.contact.emplace();
  plan.contact->name = {.value = "Rosa", .span = {}, .given = true};
  model::Step& step = plan.steps.emplace_back();
  step.id = {.value = "s1", .span = {}, .given = true};
  step.action = {.value = "Agree", .span = {}, .given = true};
  step.responsible.emplace();
  step.responsible->role = {.value = "Coach", .span = {}, .given = true};
  std::map<std::string, std::pair<model::TextRole, std::string>> seen;
  model::for_each_text(model::Content{plan}, [&](const model::Text& text) {
    seen[*text.text] = {text.role, std::string{text.record}};
  });
  CHECK(seen.size() == 3);
  CHECK(seen["Rosa"] == std::pair{model::TextRole::contact, std::string{}});
  CHECK(seen["Agree"] == std::pair{model::TextRole::prose, std::string{"s1"}});
  CHECK(seen["Coach"] == std::pair{model::TextRole::person, std::string{"s1"}});
}
