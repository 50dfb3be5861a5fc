#include <doctest/doctest.h>

#include "tests/unit/rules/builders.h"

using namespace cpm::test;
using cpm::model::Instrument;
using cpm::model::Item;

namespace {

Item& item_of(Instrument& instrument, std::size_t area, std::size_t item) {
  return instrument.areas[area].items[item];
}

}  // namespace

TEST_CASE("the small instrument has no finding") {
  CHECK(codes(check_instrument(small_instrument())) == "");
}

TEST_CASE("scale values go up by one from 0; one slip is one finding") {
  Instrument instrument = small_instrument();
  instrument.scale[0].value = whole(1);
  instrument.scale[1].value = whole(2);
  instrument.scale[2].value = whole(3);
  const auto finding = only(check_instrument(instrument));
  CHECK(finding.code == 650);
  CHECK(finding.span == instrument.scale[0].value.span);
  CHECK(finding.message == "the scale has `1` where `0` must stand");
  instrument = small_instrument();
  instrument.scale[2].value = whole(1);
  CHECK(only(check_instrument(instrument)).span == instrument.scale[2].value.span);
}

TEST_CASE("an item has one anchor per scale value") {
  Instrument instrument = small_instrument();
  Item& item = item_of(instrument, 1, 0);
  item.anchors.push_back(text("Even more."));
  const auto many = only(check_instrument(instrument));
  CHECK(many.code == 651);
  CHECK(many.span == item.anchors[3].span);
  CHECK(many.message == "item `wd-coach` \"Coaching\" has 4 anchors; the scale has 3 values");
  item.anchors.resize(2);
  CHECK(only(check_instrument(instrument)).span == item.anchors[1].span);
  item.anchors.clear();
  CHECK(only(check_instrument(instrument)).span == item.id.span);
}

TEST_CASE("items do not build on each other in a circle") {
  Instrument instrument = small_instrument();
  item_of(instrument, 0, 1).builds_on = texts({"or-vision"});
  item_of(instrument, 1, 0).builds_on = texts({"or-vision", "or-team"});
  CHECK(codes(check_instrument(instrument)) == "");
  item_of(instrument, 0, 0).builds_on = texts({"or-team"});
  const auto finding = only(check_instrument(instrument));
  CHECK(finding.code == 652);
  CHECK(finding.message == "items `or-vision` and `or-team` build on each other");
}

TEST_CASE("an instrument says what it is and whose") {
  Instrument instrument = small_instrument();
  instrument.source = {};
  instrument.licence = {};
  const auto finding = only(check_instrument(instrument));
  CHECK(finding.code == 653);
  CHECK(finding.message == "instrument `small` \"Small instrument\" has no `source` or `licence`");
  CHECK(finding.span == instrument.id.span);
}

TEST_CASE("the list of changes fits the items") {
  Instrument instrument = small_instrument();
  instrument.previous.emplace();
  instrument.previous->unchanged = texts({"or-vision"});
  instrument.previous->reworded = texts({"or-team"});
  instrument.previous->dropped = texts({"or-budget"});
  instrument.previous->added = texts({"wd-coach"});
  const auto revision = only(check_instrument(instrument));
  CHECK(revision.code == 654);
  CHECK(revision.span == instrument.previous->reworded.front().span);
  item_of(instrument, 0, 1).revision = text("2");
  CHECK(codes(check_instrument(instrument)) == "");
  instrument.previous->unchanged.push_back(text("or-lost"));
  CHECK(only(check_instrument(instrument)).item == "or-lost");
  instrument.previous->unchanged.back() = text("wd-preview");
  CHECK(codes(check_instrument(instrument)) == "");
  instrument.previous->dropped.push_back(text("wd-preview"));
  CHECK_MESSAGE(codes(check_instrument(instrument)) == "654", "named twice");
  instrument.previous->unchanged.pop_back();
  CHECK(only(check_instrument(instrument)).message ==
        "item `wd-preview` \"Job preview\" is listed as dropped, but this version has it");
  instrument.previous->dropped.pop_back();
  instrument.previous->added.push_back(text("wd-lost"));
  CHECK(codes(check_instrument(instrument)) == "654");
}

TEST_CASE("a scale with a value that is not given is not counted, and a title that is missing is missed") {
  Instrument instrument = small_instrument();
  instrument.scale[1].value = {};
  CHECK(codes(check_instrument(instrument)) == "");
  instrument = small_instrument();
  instrument.title = {};
  CHECK(only(check_instrument(instrument)).message == "instrument `small` has no `title`");
}

TEST_CASE("an item is named once under `previous`, also within one list") {
  Instrument instrument = small_instrument();
  instrument.previous.emplace();
  instrument.previous->unchanged = texts({"or-vision", "or-vision"});
  const auto finding = only(check_instrument(instrument));
  CHECK(finding.message == "item `or-vision` is named twice under `previous`");
  CHECK(finding.span == instrument.previous->unchanged[1].span);
  CHECK(finding.labels.front().span == instrument.previous->unchanged[0].span);
}
