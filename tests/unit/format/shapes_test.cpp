#include "format/shapes.h"

#include <doctest/doctest.h>

#include <set>
#include <string>

#include "format/kinds.h"

namespace cpm::format {
namespace {

void check_record(const Record& record, std::set<const Record*>& seen);

void check_shape(const Shape& shape, std::set<const Record*>& seen) {
  CHECK((shape.kind != ShapeKind::word || shape.form != nullptr));
  CHECK((shape.kind != ShapeKind::choice || !shape.choices.empty()));
  CHECK((shape.kind != ShapeKind::list || shape.element != nullptr));
  CHECK(
      (shape.kind != ShapeKind::map || (shape.element != nullptr && shape.key != nullptr && !shape.keys_are.empty())));
  CHECK(!described(shape).empty());
  if (shape.element != nullptr) check_shape(*shape.element, seen);
  if (shape.kind == ShapeKind::record) check_record(*shape.record, seen);
}

void check_record(const Record& record, std::set<const Record*>& seen) {
  if (!seen.insert(&record).second) return;
  CAPTURE(record.noun);
  CHECK(!record.about.empty());
  for (const std::string_view key : {record.id_key, record.title_key})
    if (!key.empty()) CHECK(find_field(record, key) != nullptr);
  std::set<std::string_view> names;
  for (const Field& field : record.fields) {
    CAPTURE(field.name);
    CHECK(names.insert(field.name).second);
    CHECK(!field.about.empty());
    CHECK((field.need == Need::never) == (field.read == nullptr));
    CHECK((field.need == Need::never) == (field.never_code != 0));
    check_shape(*field.shape, seen);
  }
  for (const OneOf& group : record.one_of) {
    CHECK(group.names.size() >= 2);
    for (const std::string_view name : group.names) {
      REQUIRE(find_field(record, name) != nullptr);
      CHECK(find_field(record, name)->need == Need::may);
    }
  }
}

}  // namespace

TEST_CASE("the field tables are sound: every row has a shape, a meaning and a reader, and names stand once") {
  std::set<const Record*> seen;
  for (const Kind& kind : kinds()) check_record(*kind.record, seen);
  CHECK(seen.size() > 25);
}

TEST_CASE("ids are lower-case words joined by single dashes") {
  for (const char* right : {"a", "or-vision", "s1", "p-2-b"}) CHECK(kIdForm.matches(right));
  for (const char* wrong : {"", "A", "1a", "-a", "a-", "a--b", "a_b", "a b", "é"}) CHECK(!kIdForm.matches(wrong));
  CHECK(kIdForm.fixed("Or Vision") == "or-vision");
  CHECK(kIdForm.fixed(" Staff & partners! ") == "staff-partners");
  CHECK(kIdForm.fixed("1a") == "");
  CHECK(kIdForm.fixed("…") == "");
}

TEST_CASE("codes are CPM and three digits") {
  CHECK(kCodeForm.matches("CPM415"));
  for (const char* wrong : {"cpm415", "CPM41", "CPM4155", "415", "CPMabc"}) CHECK(!kCodeForm.matches(wrong));
  CHECK(kCodeForm.fixed("cpm415") == "CPM415");
  CHECK(kCodeForm.fixed("415") == "CPM415");
  CHECK(kCodeForm.fixed("41") == "");
}

TEST_CASE("scale values as keys are up to three digits") {
  for (const char* right : {"0", "2", "10", "100"}) CHECK(kScaleKeyForm.matches(right));
  for (const char* wrong : {"", "-1", "1.5", "1000", "two"}) CHECK(!kScaleKeyForm.matches(wrong));
}

TEST_CASE("shapes are described in words for readers") {
  CHECK(described(kText) == "a text");
  CHECK(described(kDate) == "a date (YYYY-MM-DD)");
  CHECK(described(kOneToThree) == "a whole number from 1 to 3");
  CHECK(described(kOrdinal) == "a whole number, 1 or more");
  CHECK(described(kFlag) == "`true` or `false`");
  CHECK(described(kTexts) == "a list, each entry a text");
  CHECK(described(find_field(kInstrumentRecord, "areas")->shape->element[0]) == "an area with its keys");
}

}  // namespace cpm::format
