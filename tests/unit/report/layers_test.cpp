#include "report/flowchart.h"

#include <doctest/doctest.h>

#include <set>

using namespace cpm::report;

namespace {

std::vector<std::string> labels_of(const LayerColumn& column) {
  std::vector<std::string> labels;
  for (const LayerBox& box : column.boxes) labels.push_back(box.label);
  return labels;
}

using Labels = std::vector<std::string>;

}  // namespace

TEST_CASE("boxes stand in the order of what leads to them, those that nothing leads to last") {
  const Layered made = layered({"from", "to"},
                               {{0, "a"}, {0, "b"}, {1, "loose", true}, {1, "of b"}, {1, "of a"}, {1, "of both"}},
                               {{1, 3}, {0, 4}, {0, 5}, {1, 5}}, 10);
  REQUIRE(made.layers.columns.size() == 2);
  CHECK(labels_of(made.layers.columns[1]) == Labels{"of a", "of both", "of b", "loose"});
  CHECK(made.layers.columns[1].boxes[3].marked);
  CHECK(made.layers.arrows.size() == 4);
  CHECK(made.left_out == 0);
}

TEST_CASE("a long column is cut, its last box says how many there are more and takes their arrows") {
  std::vector<LayerRecord> records = {{0, "one"}};
  std::vector<std::pair<std::size_t, std::size_t>> arrows;
  for (std::size_t i = 1; i <= 20; ++i) {
    records.push_back({1, "s" + std::to_string(i)});
    arrows.emplace_back(0, i);
  }
  const Layered made = layered({"from", "to"}, records, arrows, 6);
  CHECK(labels_of(made.layers.columns[1]) == Labels{"s1", "s2", "s3", "s4", "s5", "and 15 more"});
  CHECK(made.left_out == 15);
  CHECK(made.layers.arrows.size() == 6);
  CHECK(made.layers.arrows.back().to_box == 5);
}

TEST_CASE("columns without a record go, and arrows find the ones that are left") {
  const Layered made = layered({"a", "b", "c"}, {{0, "x"}, {2, "y"}}, {{0, 1}}, 5);
  REQUIRE(made.layers.columns.size() == 2);
  CHECK(made.layers.columns[1].head == "c");
  REQUIRE(made.layers.arrows.size() == 1);
  CHECK(made.layers.arrows[0].to_column == 1);
  CHECK(layered({"a"}, {}, {}, 5).layers.columns.empty());
}
