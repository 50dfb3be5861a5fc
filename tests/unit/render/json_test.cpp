#include "render/writers.h"

#include <doctest/doctest.h>

#include <nlohmann/json.hpp>

#include "base/text.h"
#include "tests/support/holds.h"
#include "tests/unit/render/sample.h"

using namespace cpm;
using cpm::test::Holds;
using test::Sample;
using Json = nlohmann::ordered_json;

namespace {

std::vector<std::string> keys_of(const Json& object) {
  std::vector<std::string> keys;
  for (const auto& entry : object.items()) keys.push_back(entry.key());
  return keys;
}

}  // namespace

TEST_CASE("the envelope names its schema and keeps the order of keys") {
  Sample sample;
  sample.outcome.command = "plan-check";
  CHECK(render::write_json(sample.job()) ==
        "{\n  \"schema\": \"cpm/output/plan-check/1\",\n  \"result\": null,\n  \"findings\": []\n}\n");
}

TEST_CASE("a result is printed as it is built, numbers with their one decimal") {
  Sample sample;
  sample.outcome.command = "score";
  using report::Result;
  sample.outcome.result = Result::Fields{{"points", 11},
                                         {"percent", base::Tenths{550}},
                                         {"change", base::Tenths{-5}},
                                         {"large", base::Tenths{1234567890123456789}},
                                         {"none", Result{}},
                                         {"yes", true},
                                         {"items", Result::List{1, "a"}},
                                         {"empty", Result::List{}},
                                         {"nothing", Result::Fields{}}};
  CHECK(render::write_json(sample.job()) ==
        "{\n"
        "  \"schema\": \"cpm/output/score/1\",\n"
        "  \"result\": {\n"
        "    \"points\": 11,\n"
        "    \"percent\": 55.0,\n"
        "    \"change\": -0.5,\n"
        "    \"large\": 123456789012345678.9,\n"
        "    \"none\": null,\n"
        "    \"yes\": true,\n"
        "    \"items\": [\n"
        "      1,\n"
        "      \"a\"\n"
        "    ],\n"
        "    \"empty\": [],\n"
        "    \"nothing\": {}\n"
        "  },\n"
        "  \"findings\": []\n"
        "}\n");
}

TEST_CASE("a finding has its keys in order, with line, column and bytes") {
  Sample sample;
  sample.outcome.command = "check";
  const diag::FileId file = sample.add("a.yaml", "a: é\nstaus: x\n");
  auto& finding = sample.add({.code = 210, .message = "m", .span = sample.find(file, "staus")});
  finding.help = "h";
  finding.item = "s1";
  finding.notes = {"n"};
  finding.labels = {{.span = sample.find(file, "é"), .text = "l"}};
  finding.fix = diag::Fix{.title = "t",
                          .safety = diag::Safety::safe,
                          .edits = {{.span = sample.find(file, "staus"), .replacement = "status"}}};
  const Json json = Json::parse(render::write_json(sample.job()));
  const Json& written = json["findings"][0];
  CHECK(keys_of(written) == std::vector<std::string>{"code", "name", "severity", "message", "help", "item", "file",
                                                     "line", "column", "end_line", "end_column", "byte", "end_byte",
                                                     "labels", "notes", "fix"});
  CHECK(written["code"] == "CPM210");
  CHECK(written["name"].is_string());
  CHECK(written["severity"] == "error");
  CHECK(written["item"] == "s1");
  CHECK(written["line"] == 2);
  CHECK(written["column"] == 1);
  CHECK(written["end_column"] == 6);
  CHECK(written["byte"] == 6);
  CHECK(written["end_byte"] == 11);
  CHECK(written["notes"] == Json{"n"});
  CHECK(written["labels"][0].dump() ==
        R"({"message":"l","file":"a.yaml","line":1,"column":4,"end_line":1,"end_column":5,"byte":3,"end_byte":5})");
  CHECK(written["fix"]["safety"] == "safe");
  CHECK(written["fix"]["edits"][0]["replacement"] == "status");
  CHECK(written["fix"]["edits"][0]["end_byte"] == 11);
}

TEST_CASE("a whole file has no line, and what is not there is null") {
  Sample sample;
  sample.add({.code = 210, .message = "m", .span = diag::whole(sample.add("a.yaml", "x"))});
  sample.add({.code = 210, .message = "m", .span = {}});
  const Json json = Json::parse(render::write_json(sample.job()));
  CHECK(json["findings"][0]["file"] == "a.yaml");
  for (const char* const key : {"line", "column", "end_line", "end_column", "byte", "end_byte", "help", "item", "fix"})
    CHECK(json["findings"][0][key].is_null());
  CHECK(json["findings"][1]["file"].is_null());
  CHECK(json["findings"][1]["labels"] == Json::array());
}

TEST_CASE("the output is valid UTF-8, whatever the files hold, and readable text stays readable") {
  Sample sample;
  sample.add(
      {.code = 210, .message = "é 説 \xFF\xC3 \x1b \" \\ \n", .span = diag::whole(sample.add("p\xFE.yaml", ""))});
  const std::string text = render::write_json(sample.job());
  CHECK(!base::first_bad_utf8(text));
  const Json json = Json::parse(text);
  CHECK(json["findings"][0]["message"] == "é 説 \\xff\\xc3 \x1b \" \\ \n");
  CHECK(json["findings"][0]["file"] == "p\\xfe.yaml");
  CHECK(text == Holds{"é 説"});
}

TEST_CASE("raw text is a string result") {
  Sample sample;
  sample.outcome.command = "new";
  sample.outcome.raw = "format: x\n";
  CHECK(Json::parse(render::write_json(sample.job()))["result"] == "format: x\n");
}

TEST_CASE("characters that a terminal or an editor would obey are written by number, and read back as they were") {
  const std::string text = "a\x1b[31m\x7f\xC2\x9B\xE2\x80\xAE\xEF\xBB\xBF\xF3\xA0\x81\x81 \xC3\xA9";
  Sample sample;
  sample.outcome.result = report::Result::Fields{{"text", text}};
  const std::string written = render::write_json(sample.job());
  CHECK(written == Holds{R"("a\u001b[31m\u007f\u009b\u202e\ufeff\udb40\udc41 )"
                         "\xC3\xA9\""});
  CHECK(nlohmann::json::parse(written)["result"]["text"].get<std::string>() == text);
}
