#include "assist/form.h"

#include <doctest/doctest.h>

#include <nlohmann/json.hpp>

#include <memory>
#include <set>

#include "assist/instrument.h"
#include "assist/targets.h"
#include "format/load.h"

namespace cpm {
namespace {

using Json = nlohmann::ordered_json;

const model::BuiltIn& lists() {
  static const std::unique_ptr<format::Loaded> loaded = format::load_built_in();
  return loaded->built_in;
}

Json form_of(std::string_view kind) {
  return Json::parse(assist::form_json(*format::find_kind(kind), lists()));
}

/// The shape of a key, by the keys that lead to it from the file.
Json shape_at(const Json& form, const std::vector<std::string>& keys) {
  Json shape = form.at("shapes").at(form.at("shape"));
  for (const std::string& key : keys) {
    while (shape.contains("of")) shape = form.at("shapes").at(shape.at("of"));
    for (const Json& field : shape.at("record"))
      if (field.at("key") == key) {
        shape = form.at("shapes").at(field.at("shape"));
        break;
      }
  }
  return shape;
}

/// Every shape that this one leads to.
void reach(const Json& form, const std::string& name, std::set<std::string>& reached) {
  if (!reached.insert(name).second) return;
  const Json& shape = form.at("shapes").at(name);
  for (const char* const part : {"of", "key"})
    if (shape.contains(part)) reach(form, shape.at(part), reached);
  if (shape.contains("record"))
    for (const Json& field : shape.at("record")) reach(form, field.at("shape"), reached);
}

/// As many fields as the tables have, each time that they are mentioned.
void check_record(const Json& form, const Json& shape, const format::Record& record) {
  std::size_t index = 0;
  for (const format::Field& field : record.fields) {
    if (field.need == format::Need::never) continue;
    const Json& told = shape.at("record").at(index++);
    CHECK(told.at("key") == std::string(field.name));
    const format::Record* const inner = format::record_behind(*field.shape);
    if (inner == nullptr) continue;
    Json part = form.at("shapes").at(told.at("shape"));
    while (part.contains("of")) part = form.at("shapes").at(part.at("of"));
    check_record(form, part, *inner);
  }
  CHECK(shape.at("record").size() == index);
}

}  // namespace

TEST_CASE("a form knows every key of every kind, and names each shape once") {
  for (const format::Kind& kind : format::kinds()) {
    const Json form = form_of(kind.word);
    CHECK(form.at("kind") == std::string(kind.word));
    std::set<std::string> reached;
    reach(form, form.at("shape"), reached);
    CHECK(reached.size() == form.at("shapes").size());
    check_record(form, form.at("shapes").at(form.at("shape")), *kind.record);
  }
}

TEST_CASE("a form says what may stand in a field") {
  const Json plan = form_of("plan");
  CHECK(shape_at(plan, {"steps", "due"}).dump() == R"({"is":"timeframe"})");
  CHECK(shape_at(plan, {"steps", "status"}).at("choices").at(1).dump() ==
        R"({"key":"in_progress","spoken":"in progress","about":"work has begun"})");
  CHECK(shape_at(plan, {"priorities", "order"}).dump() == R"({"is":"integer","least":1})");
  CHECK(shape_at(plan, {"steps"}).dump() == R"({"is":"list","of":"step"})");
  CHECK(shape_at(plan, {"team"}).at("at_least") == 1);
  CHECK(shape_at(plan, {"priorities", "targets"}).dump() ==
        R"({"is":"map","key":"id.items","keys_are":"item ids","of":"integer.scale.0"})");
  CHECK(shape_at(plan, {"steps", "responsible"}).at("one_of").dump() == R"([["role","team"]])");
  CHECK(shape_at(plan, {"steps", "responsible"}).at("single_key") == "role");
  CHECK(shape_at(form_of("snapshot"), {"facilitator", "voted"}).dump() == R"({"is":"yes-no"})");
}

TEST_CASE("a form says what a reference names, and where that is") {
  const Json plan = form_of("plan");
  const auto names = [&](const std::vector<std::string>& keys) {
    Json shape = shape_at(plan, keys);
    while (shape.contains("of")) shape = plan.at("shapes").at(shape.at("of"));
    return shape.value("names", "") + " of " + shape.value("in", "");
  };
  CHECK(names({"steps", "objective"}) == "objectives of plan");
  CHECK(names({"steps", "after"}) == "steps of plan");
  CHECK(names({"steps", "supports"}) == "needs of support");
  CHECK(names({"priorities", "area"}) == "areas of ");
  CHECK(names({"priorities", "from_snapshot"}) == "priorities of snapshot");
  CHECK(names({"objectives", "outcome"}) == "outcomes of logic-model");
  CHECK(names({"snapshot", "file"}) == "files of snapshot");
  CHECK(names({"approvals", "of"}) == "records of ");
  CHECK(names({"steps", "id"}) == " of ");
  CHECK(plan.at("lists").at("outcomes").size() == lists().outcomes.outcomes.size());
  CHECK(plan.at("lists").at("counties").at(0).dump() == R"({"id":"alameda","title":"Alameda"})");
}

TEST_CASE("a form says what a field is for") {
  const Json plan = form_of("plan");
  const Json step = shape_at(plan, {"steps"});
  const Json& fields = plan.at("shapes").at("step").at("record");
  CHECK(fields.at(0).dump() == R"({"key":"id","about":"A short name, unique in the plan.","need":"required",)"
                               R"("shape":"id","example":"s1"})");
  CHECK(fields.at(1).at("holder") == true);
  CHECK(fields.at(3).at("need") == "recommended");
  CHECK(form_of("repository").at("shapes").at("privacy-setting").at("record").at(0).at("default") == "5");
}

TEST_CASE("every reference names records that some kind has") {
  for (int i = 1; i <= static_cast<int>(format::Refers::snapshot_files); ++i) {
    const assist::Target& target = assist::target_of(static_cast<format::Refers>(i));
    CHECK_FALSE(target.word.empty());
    if (target.kind.empty()) continue;
    const format::Kind* const kind = format::find_kind(target.kind);
    REQUIRE(kind != nullptr);
    CHECK(target.files == target.places.empty());
    for (std::string_view place : target.places) {
      const format::Record* record = kind->record;
      while (!place.empty()) {
        const std::string_view key = place.substr(0, place.find('.'));
        place.remove_prefix(std::min(place.size(), key.size() + 1));
        const format::Field* const field = format::find_field(*record, key);
        REQUIRE(field != nullptr);
        record = format::record_behind(*field->shape);
      }
      CHECK(record->id_key == "id");
    }
  }
}

TEST_CASE("an instrument is told with all that forms can show") {
  const Json told = Json::parse(assist::instrument_json(lists().instruments.at(0)));
  CHECK(told.at("id") == "cpm-default");
  CHECK(told.at("scale").at(0).at("value") == 0);
  const Json& area = told.at("areas").at(0);
  CHECK(area.at("id") == "or");
  const Json& item = area.at("items").at(0);
  CHECK(item.at("anchors").size() == told.at("scale").size());
  CHECK(item.at("anchors").contains("2"));
  std::size_t items = 0;
  for (const Json& each : told.at("areas")) items += each.at("items").size();
  CHECK(items == model::item_count(lists().instruments.at(0)));
}

}  // namespace cpm
