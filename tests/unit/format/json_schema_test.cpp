#include "format/json_schema.h"

#include <doctest/doctest.h>

#include <nlohmann/json.hpp>

#include <fstream>
#include <iterator>
#include <memory>
#include <string>

#include "format/load.h"
#include "tests/support/holds.h"
#include "tests/support/source_root.h"

namespace cpm {
namespace {

using cpm::test::Holds;
using nlohmann::json;

const model::BuiltIn& built_in() {
  static const std::unique_ptr<format::Loaded> kBuiltIn = format::load_built_in();
  return kBuiltIn->built_in;
}

json schema_of(std::string_view word) {
  return json::parse(format::json_schema(*format::find_kind(word), built_in()));
}

}  // namespace

TEST_CASE("the committed schemas are those that the field tables make") {
  for (const format::Kind& kind : format::kinds()) {
    const std::string path = test::source_root() + "/schemas/" + std::string(kind.word) + ".schema.json";
    CAPTURE(path);
    INFO("renew it with: cmake --build --preset dev --target update-docs");
    std::ifstream in(path, std::ios::binary);
    CHECK(std::string(std::istreambuf_iterator<char>(in), {}) == format::json_schema(kind, built_in()));
  }
}

TEST_CASE("a schema names its dialect, its kind and the first line of the file") {
  const json schema = schema_of("plan");
  CHECK(schema["$schema"] == "https://json-schema.org/draft/2020-12/schema");
  CHECK(schema["$id"] == "https://cpm.example/plan/1");
  CHECK(schema["title"] == "Plan");
  CHECK(schema["properties"]["format"]["const"] == "cpm/plan/1");
  CHECK(schema["required"] == json({"format", "county", "date", "team", "horizon", "priorities"}));
  CHECK(schema["additionalProperties"] == false);
  CHECK(schema["patternProperties"].contains("^x-"));
}

TEST_CASE("each shape has its words in the schema") {
  const json snapshot = schema_of("snapshot");
  const json& rating = snapshot["$defs"]["rating"];
  CHECK(snapshot["properties"]["county"]["anyOf"][0]["enum"].size() == 58);
  CHECK(snapshot["properties"]["county"]["anyOf"][1]["pattern"] == "^example(-[a-z0-9]+)*$");
  CHECK(snapshot["properties"]["date"]["format"] == "date");
  CHECK(snapshot["properties"]["status"]["enum"] == json({"draft", "final"}));
  CHECK(snapshot["properties"]["status"]["enumDescriptions"] == json({"still being filled in", "agreed by the team"}));
  CHECK(snapshot["properties"]["number"]["minimum"] == 1);
  CHECK(!snapshot["properties"]["number"].contains("maximum"));
  CHECK(snapshot["properties"]["number"]["examples"] == json({1}));
  CHECK(snapshot["properties"]["contact"]["$ref"] == "#/$defs/contact");
  CHECK(snapshot["properties"]["ratings"]["propertyNames"]["pattern"] == "^[a-z][a-z0-9]*(-[a-z0-9]+)*$");
  CHECK(snapshot["$defs"]["remark"]["properties"]["items"]["minItems"] == 1);
  CHECK(rating["allOf"][0]["oneOf"] == json::parse(R"([{"required": ["score"]}, {"required": ["state"]}])"));
  CHECK(rating["properties"]["evidence"]["items"]["type"] == json({"string", "number", "boolean"}));
  CHECK(snapshot["$defs"]["facilitator"]["properties"]["voted"]["examples"] == json({false}));
  CHECK(schema_of("plan")["$defs"]["indicator"]["properties"]["target"]["type"] == "number");
}

TEST_CASE("an editor learns of a key whose it is, what it says, whether it is needed and what holds without it") {
  const json step = schema_of("plan")["$defs"]["step"]["properties"]["monitor_on"];
  CHECK(step["title"] == "step: monitor_on");
  CHECK(step["description"].get<std::string>() == Holds{"Target date for monitoring progress; with `monitor_every`"});
  CHECK(step["patternErrorMessage"] == "write a day, a month or a quarter (2026-11-15, 2026-11, 2026-Q4)");
  const json start = schema_of("repository")["properties"]["fiscal_year_start"];
  CHECK(start["default"] == 7);
  CHECK(start["markdownDescription"] ==
        "The month in which the fiscal year begins.\n\nOptional. Default: `7`. It is a whole number from 1 to 12.");
}

TEST_CASE("names of built-in lists are offered with what they say, and names of a county's own are as good") {
  const json snapshot = schema_of("snapshot");
  const json& ratings = snapshot["properties"]["ratings"];
  CHECK(ratings["properties"].size() == 42);
  CHECK(ratings["additionalProperties"]["$ref"] == "#/$defs/rating");
  const json vision = ratings["properties"]["or-vision"];
  CHECK(vision["$ref"] == "#/$defs/rating");
  CHECK(vision["title"] == "Shared picture of CPM");
  CHECK(vision["markdownDescription"].get<std::string>() == Holds{"\n- **2** "});
  const json item = snapshot["$defs"]["priority"]["properties"]["items"]["items"];
  CHECK(item["anyOf"][0]["enum"].size() == 42);
  CHECK(item["anyOf"][0]["enumDescriptions"].size() == 42);
  CHECK(item["anyOf"][1]["pattern"] == "^[a-z][a-z0-9]*(-[a-z0-9]+)*$");
  CHECK(schema_of("repository")["$defs"]["suppression"]["properties"]["code"]["anyOf"][1]["pattern"] ==
        "^CPM[0-9]{3}$");
}

TEST_CASE("a key that must not be there is no property") {
  CHECK(!schema_of("instrument")["properties"].contains("weights"));
}

}  // namespace cpm
