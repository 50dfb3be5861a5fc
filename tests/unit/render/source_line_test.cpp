#include "render/source_line.h"

#include <doctest/doctest.h>

#include "base/text.h"
#include "tests/support/holds.h"

using namespace cpm;
using cpm::test::Holds;
using render::Stretch;

TEST_CASE("a line that fits is shown whole") {
  const diag::SourceFile file{"a", "one\ntwo three\n"};
  const render::ShownLine line = render::shown_line(file, 2, Stretch{.begin = 8, .end = 13}, 100);
  CHECK(line.text == "two three");
  const render::Columns columns = render::columns_of(line, Stretch{.begin = 8, .end = 13});
  CHECK(columns.begin == 4);
  CHECK(columns.end == 9);
}

TEST_CASE("whatever the place and width, a cut line fits and shows the start of the place") {
  std::string bytes;
  for (int i = 0; i < 60; ++i) bytes += i % 3 == 0 ? "説" : i % 3 == 1 ? "e\xCC\x81" : "\t";
  const diag::SourceFile file{"a", bytes};
  for (std::size_t width = 12; width < 120; width += 7) {
    for (std::size_t at = 0; at < bytes.size(); ++at) {
      const Stretch place{.begin = at, .end = at + 1};
      const render::ShownLine line = render::shown_line(file, 1, place, width);
      REQUIRE(base::display_width(line.text) <= width);
      REQUIRE(!base::first_bad_utf8(line.text));
      const render::Columns columns = render::columns_of(line, place);
      REQUIRE(columns.begin < columns.end);
      REQUIRE(columns.end <= base::display_width(line.text));
    }
  }
}

TEST_CASE("a part that is cut off is found at the character that stands for it") {
  const diag::SourceFile file{"a", std::string(50, 'a') + std::string(50, 'b')};
  const render::ShownLine line = render::shown_line(file, 1, Stretch{.begin = 48, .end = 52}, 20);
  CHECK(line.text == "…aaaaaaaaabbbbbbbbb…");
  const render::Columns before = render::columns_of(line, Stretch{.begin = 3, .end = 5});
  CHECK(before.begin == 0);
  CHECK(before.end == 1);
  const render::Columns after = render::columns_of(line, Stretch{.begin = 90, .end = 95});
  CHECK(after.begin == 19);
  CHECK(after.end == 20);
}

TEST_CASE("a file of one very long line is cut on whole characters") {
  std::string bytes;
  for (int i = 0; i < 5000; ++i) bytes += "説";
  const diag::SourceFile file{"a", bytes};
  for (const std::size_t at : {0U, 1500U, 7500U, 7501U, 7502U, 14999U}) {
    const render::ShownLine line = render::shown_line(file, 1, Stretch{.begin = at, .end = at + 1}, 60);
    CHECK(!base::first_bad_utf8(line.text));
    CHECK(line.text != Holds{"\\x"});
    CHECK(base::display_width(line.text) <= 60);
  }
}
