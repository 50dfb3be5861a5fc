#include "assist/content.h"

#include <doctest/doctest.h>

#include <nlohmann/json.hpp>

#include "format/kinds.h"

namespace cpm {
namespace {

using Json = nlohmann::ordered_json;

Json told_of(std::string text) {
  return Json::parse(assist::content_json(yaml::ReadText(diag::SourceFile("plans/p.yaml", std::move(text)), {})));
}

Json without_bytes(Json json) {
  if (json.is_object()) json.erase("bytes");
  if (json.is_structured())
    for (Json& inner : json) inner = without_bytes(std::move(inner));
  return json;
}

/// Without the places, which would say in every case what one case says.
Json content_of(std::string text) {
  return without_bytes(told_of(std::move(text)));
}

/// The keys of a plan with this text below its first line.
Json plan_keys(const std::string& text) {
  return content_of("format: cpm/plan/1\n" + text).at("content").at("keys");
}

}  // namespace

TEST_CASE("a value is its text with the line of its key, whatever type another reader would guess") {
  const Json keys = plan_keys("date: 2026-06-15\nhorizon: {start: no, reassess: 1.10}\n");
  CHECK(keys.at("format").dump() == R"({"line":1,"text":"cpm/plan/1"})");
  CHECK(keys.at("date").dump() == R"({"line":2,"text":"2026-06-15"})");
  CHECK(keys.at("horizon").dump() ==
        R"({"line":3,"keys":{"start":{"line":3,"text":"no"},"reassess":{"line":3,"text":"1.10"}}})");
}

TEST_CASE("the bytes of a value are where its key begins, where the value begins, and where it ends") {
  const Json
      keys = told_of("format: cpm/plan/1\nteam:\n  - role:  Director\nhorizon: {start: ü}\n").at("content").at("keys");
  CHECK(keys.at("team").at("bytes").dump() == "[19,27,44]");
  CHECK(keys.at("team").at("entries").at(0).at("bytes").dump() == "[29,29,44]");
  CHECK(keys.at("team").at("entries").at(0).at("keys").at("role").at("bytes").dump() == "[29,36,44]");
  CHECK(keys.at("horizon").at("keys").at("start").at("bytes").dump() == "[55,62,64]");
}

TEST_CASE("what was not written is empty, and an empty text in quotes is not") {
  const Json keys = plan_keys("county:\ndate: ~\ncontact:\n  name: ''\nteam: []\n");
  CHECK(keys.at("county").dump() == R"({"line":2,"text":"","empty":true})");
  CHECK(keys.at("date").dump() == R"({"line":3,"text":"","empty":true})");
  CHECK(keys.at("contact").at("keys").at("name").dump() == R"({"line":5,"text":""})");
  CHECK(keys.at("team").dump() == R"({"line":6,"entries":[]})");
}

TEST_CASE("a text of several lines is what YAML means by it") {
  const Json keys = plan_keys("contact:\n  name: >\n    Rosa\n    Delgado\n  email: |\n    a\n    b\n");
  CHECK(keys.at("contact").at("keys").at("name").at("text") == "Rosa Delgado\n");
  CHECK(keys.at("contact").at("keys").at("email").at("text") == "a\nb\n");
  CHECK(keys.at("contact").at("keys").at("email").at("line") == 6);
}

TEST_CASE("entries of a list have the lines where they begin") {
  const Json steps = plan_keys("steps:\n\n  # the first\n  - id: s1\n    after: [a, b]\n  - s2\n  -\n").at("steps");
  CHECK(steps.at("line") == 2);
  CHECK(steps.at("entries").at(0).dump() ==
        R"({"line":5,"keys":{"id":{"line":5,"text":"s1"},)"
        R"("after":{"line":6,"entries":[{"line":6,"text":"a"},{"line":6,"text":"b"}]}}})");
  CHECK(steps.at("entries").at(1).dump() == R"({"line":7,"text":"s2"})");
  CHECK(steps.at("entries").at(2).at("empty") == true);
}

TEST_CASE("a key that is called otherwise stands under its name, and says what was written") {
  const Json step = plan_keys("tasks:\n  - id: s1\n    Deadline: 2026-01-01\n").at("steps");
  CHECK(step.at("written") == "tasks");
  CHECK(step.at("entries").at(0).at("keys").at("due").dump() ==
        R"({"line":4,"written":"Deadline","text":"2026-01-01"})");
}

TEST_CASE("a key's own name goes before other names, and the first of several before the others") {
  const Json step = plan_keys("steps:\n  - deadline: a\n    due: b\n    due: c\n").at("steps").at("entries").at(0);
  CHECK(step.dump() == R"({"line":3,"keys":{"deadline":{"line":3,"text":"a"},"due":{"line":4,"text":"b"}}})");
  const Json both = plan_keys("steps:\n  - deadline: a\n    until: b\n").at("steps").at("entries").at(0).at("keys");
  CHECK(both.at("due").at("text") == "a");
  CHECK(both.at("until").at("text") == "b");
}

TEST_CASE("what the format does not know, and what has another shape, is kept") {
  const Json keys = plan_keys("x-own: {a: [b]}\nteam: nobody\nhorizon:\n  - a\ncounty: {b: c}\n");
  CHECK(keys.at("x-own").at("keys").at("a").at("entries").at(0).at("text") == "b");
  CHECK(keys.at("team").dump() == R"({"line":3,"text":"nobody"})");
  CHECK(keys.at("horizon").at("entries").at(0).at("text") == "a");
  CHECK(keys.at("county").at("keys").at("b").at("text") == "c");
}

TEST_CASE("the keys of a map are the county's own words") {
  const Json ratings = content_of("format: cpm/snapshot/1\nratings:\n  score: {rating: 2}\n")
                           .at("content")
                           .at("keys")
                           .at("ratings");
  CHECK(ratings.at("keys").at("score").at("keys").at("score").at("written") == "rating");
}

TEST_CASE("what is no YAML, or no file of cpm's, has no kind") {
  const std::string none = R"({"kind":null,"path":"plans/p.yaml","content":null})";
  for (const char* const text : {"", "a: [", "- a\n", "just a text", "a: b\n", "format: cpm/plans/1\n",
                                 "format: cpm/plan\n", "format: [cpm/plan/1]\n", "format: other/plan/1\n", "\x80"})
    CHECK(content_of(text).dump() == none);
  for (const format::Kind& kind : format::kinds())
    CHECK(content_of("format: " + format::format_text(kind) + "\n").at("kind") == std::string(kind.word));
}

TEST_CASE("a file with thousands of keys that no table has is told in no time") {
  std::string text = "format: cpm/plan/1\n";
  for (int i = 0; i < 40'000; ++i) text += "k" + std::to_string(i) + ": v\n";
  const std::string told = assist::content_json(yaml::ReadText(diag::SourceFile("p.yaml", std::move(text)), {}));
  CHECK(told.ends_with(R"(,"text":"v"}}}})"));
}

}  // namespace cpm
