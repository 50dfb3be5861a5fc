// Where boxes, arrows and bars of the larger pictures are: nothing covers anything, and nothing leaves the sheet.
#include <doctest/doctest.h>

#include <cstdlib>
#include <string>
#include <vector>

#include "render/svg_canvas.h"
#include "tests/support/holds.h"

using namespace cpm;
using cpm::test::Holds;

namespace {

struct Rectangle {
  std::int64_t x = 0;
  std::int64_t y = 0;
  std::int64_t width = 0;
  std::int64_t height = 0;
};

std::int64_t value_of(const std::string& element, const std::string& name) {
  const std::size_t at = element.find(" " + name + "=\"");
  REQUIRE(at != std::string::npos);
  return std::atoll(element.c_str() + at + name.size() + 3);
}

std::vector<Rectangle> rectangles(const std::string& body) {
  std::vector<Rectangle> found;
  for (std::size_t at = body.find("<rect"); at != std::string::npos; at = body.find("<rect", at + 1)) {
    const std::string element = body.substr(at, body.find('>', at) - at);
    found.push_back(
        {value_of(element, "x"), value_of(element, "y"), value_of(element, "width"), value_of(element, "height")});
  }
  return found;
}

bool overlap(const Rectangle& a, const Rectangle& b) {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

void check_apart_and_inside(const render::Canvas& canvas) {
  const std::vector<Rectangle> all = rectangles(canvas.body);
  for (std::size_t i = 0; i < all.size(); ++i) {
    CHECK(all[i].x >= 0);
    CHECK(all[i].x + all[i].width <= canvas.width);
    CHECK(all[i].y + all[i].height <= canvas.y);
    for (std::size_t k = 0; k < i; ++k) CHECK_FALSE(overlap(all[i], all[k]));
  }
}

base::Date day_of(int year, unsigned month, unsigned day) {
  return {std::chrono::year(year), std::chrono::month(month), std::chrono::day(day)};
}

}  // namespace

TEST_CASE("boxes in columns never overlap, whatever their words are, and arrows end at their box") {
  report::Layers layers;
  for (std::size_t column = 0; column < 4; ++column) {
    report::LayerColumn& made = layers.columns.emplace_back(report::LayerColumn{.head = "Head", .boxes = {}});
    for (std::size_t box = 0; box < 5 + column * 3; ++box)
      made.boxes.push_back({.label = std::string(1 + box * 37, box % 2 == 0 ? 'w' : ' ') + "<b> & \"x\" \xE2\x80\xAE",
                            .marked = box == 2});
  }
  layers.arrows = {{0, 0, 1, 7}, {0, 4, 3, 0}};
  render::Canvas canvas{.id = "c"};
  draw(canvas, layers);
  CHECK(rectangles(canvas.body).size() == 5 + 8 + 11 + 14);
  check_apart_and_inside(canvas);
  CHECK(canvas.body == Holds{"class=\"box loose\""});
  CHECK(canvas.body != Holds{"<b>"});
  const std::vector<Rectangle> all = rectangles(canvas.body);
  const Rectangle& target = all[5 + 7];
  CHECK(canvas.body == Holds{"L" + std::to_string(target.x) + " " + std::to_string(target.y + target.height / 2)});
}

TEST_CASE("each entry of a year has a line of its own in its lane, inside the year") {
  report::YearCalendar year{.first = day_of(2026, 7, 1), .as_of = day_of(2026, 9, 1), .lanes = {}};
  for (const char* const name : {"Webinar", "Deadline"}) {
    report::YearLane& lane = year.lanes.emplace_back(report::YearLane{.label = name, .entries = {}});
    for (unsigned i = 0; i < 8; ++i)
      lane.entries.push_back({.label = "Sep 15: one of many on the same day",
                              .look = i % 2 == 0 ? report::YearLook::planned : report::YearLook::dropped,
                              .from = day_of(2026, 9, 15),
                              .to = day_of(2026, 9, 15)});
    lane.entries.push_back(
        {.label = "before the year and after it", .from = day_of(2025, 1, 1), .to = day_of(2028, 1, 1)});
    lane.entries.push_back({.label = "the last day", .from = day_of(2027, 6, 30), .to = day_of(2027, 6, 30)});
  }
  render::Canvas canvas{.id = "c"};
  draw(canvas, year);
  CHECK(rectangles(canvas.body).size() == 20);
  check_apart_and_inside(canvas);
  CHECK(canvas.body == Holds{">Jul</text>"});
  CHECK(canvas.body == Holds{"as of September 1, 2026"});
}
