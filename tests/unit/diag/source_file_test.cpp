#include "diag/source_file.h"

#include <random>

#include <doctest/doctest.h>

#include "base/utf8.h"

using namespace cpm::diag;

namespace {

Position at(std::size_t line, std::size_t column) {
  return Position{.line = line, .column = column};
}

Span stretch(std::uint32_t begin, std::uint32_t end) {
  return Span{.file = 0, .begin = begin, .end = end};
}

}  // namespace

TEST_CASE("Lines and columns are counted from one") {
  const SourceFile file("a.yaml", "ab\ncd\n\ne");
  CHECK(file.position(0) == at(1, 1));
  CHECK(file.position(1) == at(1, 2));
  CHECK(file.position(2) == at(1, 3));
  CHECK(file.position(3) == at(2, 1));
  CHECK(file.position(6) == at(3, 1));
  CHECK(file.position(7) == at(4, 1));
  CHECK(file.position(8) == at(4, 2));
  CHECK(file.position(999) == at(4, 2));
}

TEST_CASE("Columns count characters, not bytes") {
  const SourceFile file("a.yaml", "name: Jos\xC3\xA9 \xF0\x9F\x99\x82 x");
  CHECK(file.position(9) == at(1, 10));
  CHECK(file.position(10) == at(1, 10));
  CHECK(file.position(11) == at(1, 11));
  CHECK(file.position(12) == at(1, 12));
  CHECK(file.position(14) == at(1, 12));
  CHECK(file.position(17) == at(1, 14));
}

TEST_CASE("Lines come without their ends") {
  const SourceFile file("a.yaml", "ab\r\ncd\n\r\ne\r");
  CHECK(file.line(1) == "ab");
  CHECK(file.line(2) == "cd");
  CHECK(file.line(3).empty());
  CHECK(file.line(4) == "e\r");
  CHECK(file.line(5).empty());
  CHECK(file.line(0).empty());
  CHECK(file.line_start(1) == 0);
  CHECK(file.line_start(2) == 4);
  CHECK(file.line_start(4) == 9);
  CHECK(file.line_start(5) == file.bytes().size());
  CHECK(file.line_count() == 4);
}

TEST_CASE("A line end at the end of a file begins no further line") {
  CHECK(SourceFile("a", "").line_count() == 0);
  CHECK(SourceFile("a", "x").line_count() == 1);
  CHECK(SourceFile("a", "x\n").line_count() == 1);
  CHECK(SourceFile("a", "x\n\n").line_count() == 2);
  CHECK(SourceFile("a", "\xEF\xBB\xBF").line_count() == 0);
  CHECK(SourceFile("a", "x\n").position(2) == at(2, 1));
  CHECK(SourceFile("a", "").position(0) == at(1, 1));
}

TEST_CASE("A byte order mark counts for bytes, never for columns") {
  const SourceFile file("a.yaml",
                        "\xEF\xBB\xBF"
                        "ab\ncd");
  CHECK(file.position(0) == at(1, 1));
  CHECK(file.position(2) == at(1, 1));
  CHECK(file.position(3) == at(1, 1));
  CHECK(file.position(4) == at(1, 2));
  CHECK(file.position(6) == at(2, 1));
  CHECK(file.line(1) == "ab");
  CHECK(file.line_start(1) == 3);
  CHECK(file.bytes().size() == 8);
}

TEST_CASE("A byte that is not UTF-8 is one column") {
  const SourceFile file("a.yaml", "a\xFF\xC3(b");
  CHECK(file.position(1) == at(1, 2));
  CHECK(file.position(2) == at(1, 3));
  CHECK(file.position(3) == at(1, 4));
  CHECK(file.position(4) == at(1, 5));
}

TEST_CASE("Spans give their text and are cut at the end of the file") {
  const SourceFile file("a.yaml", "abcdef");
  CHECK(file.text(stretch(1, 3)) == "bc");
  CHECK(file.text(stretch(4, 99)) == "ef");
  CHECK(file.text(stretch(50, 99)).empty());
  CHECK(file.text(stretch(4, 2)).empty());
  CHECK(file.text(stretch(2, 2)).empty());
  CHECK(file.text(whole(0)) == "abcdef");
}

TEST_CASE("Any bytes have positions, and each position leads back into its line") {
  std::mt19937 random(7);
  constexpr std::string_view kBytes = "ab\n\n\r\xC3\xA9\xF0\x9F\x99\x82\xFF\xEF\xBB\xBF";
  for (int round = 0; round < 200; ++round) {
    std::string bytes;
    for (int i = 0; i < 40; ++i) bytes += kBytes[random() % kBytes.size()];
    const SourceFile file("random", bytes);
    Position before{};
    for (std::size_t byte = 0; byte <= bytes.size(); ++byte) {
      const Position here = file.position(byte);
      const bool forward = here.line > before.line || (here.line == before.line && here.column >= before.column);
      REQUIRE(forward);
      REQUIRE((here.column == 1 || file.line_start(here.line) <= byte));
      REQUIRE((here.line == 1) == (bytes.substr(0, byte).find('\n') == std::string::npos));
      before = here;
    }
  }
}

TEST_CASE("Files keep their numbers and addresses while others are added") {
  SourceMap map;
  const FileId first = map.add("a.yaml", "a");
  const SourceFile* const address = &map.file(first);
  for (int i = 0; i < 1000; ++i) map.add("more.yaml", "b");
  CHECK(first == 0);
  CHECK(map.size() == 1001);
  CHECK(&map.file(first) == address);
  CHECK(map.file(first).path() == "a.yaml");
  CHECK(map.file(1000).bytes() == "b");
}

TEST_CASE("A file that is cut down to the lines of its findings says the same of them") {
  std::string bytes = "\xEF\xBB\xBF";
  for (int line = 1; line <= 120; ++line)
    bytes += std::string(static_cast<std::size_t>(line % 7), 'x') + "\xC3\xA9 y" + (line % 5 == 0 ? "\r\n" : "\n");
  const SourceFile whole("a.yaml", bytes);
  std::mt19937 random(7);
  for (int turn = 0; turn < 400; ++turn) {
    SourceFile cut("a.yaml", bytes);
    std::vector<Span> spans;
    for (int i = 0; i < 3; ++i) {
      const auto begin = static_cast<std::uint32_t>(3 + random() % bytes.size());
      spans.push_back(stretch(begin, begin + static_cast<std::uint32_t>(random() % 300)));
    }
    spans.push_back(Span{.file = 0, .whole_file = true});
    cut.keep_lines_of(spans);
    CHECK(cut.size() == whole.size());
    CHECK(cut.line_count() == whole.line_count());
    for (const Span& span : spans) {
      if (span.whole_file) continue;
      REQUIRE(cut.text(span) == whole.text(span));
      for (const std::size_t byte : {span.begin, span.end, span.end - (span.end > span.begin ? 1 : 0)}) {
        const Position place = whole.position(byte);
        REQUIRE(cut.position(byte) == place);
        for (std::size_t line = place.line - (place.line > 1 ? 1 : 0); line <= place.line + 1; ++line) {
          REQUIRE(cut.line(line) == whole.line(line));
          REQUIRE(cut.line_start(line) == whole.line_start(line));
        }
      }
    }
  }
}

TEST_CASE("Of a long span its ends are kept, of a file without findings nothing") {
  std::string bytes;
  for (int line = 0; line < 1000; ++line) bytes += "0123456789\n";
  SourceFile cut("a.yaml", bytes);
  cut.keep_lines_of({stretch(11, 9000)});
  CHECK(cut.position(11) == at(2, 1));
  CHECK(cut.position(9000) == at(819, 3));
  CHECK(cut.line(819) == "0123456789");
  CHECK(cut.text(stretch(11, 9000)) == "0123456789\n0123456789\n");
  SourceFile none("a.yaml", bytes);
  none.keep_lines_of({});
  CHECK(none.size() == bytes.size());
  CHECK(none.line_count() == 1000);
}

TEST_CASE("places are the same in whatever order they are asked for") {
  const std::string text =
      "\xEF\xBB\xBF"
      "a\xC3\xA9x\xE8\xAA\xACy\nzz\xC3\xA9\n\n";
  const SourceFile in_order("a.yaml", text);
  std::vector<Position> places;
  for (std::size_t byte = 0; byte <= text.size(); ++byte) places.push_back(in_order.position(byte));
  CHECK(places[0] == Position{1, 1});
  CHECK(places[5] == Position{1, 2});  // inside a character
  CHECK(places[6] == Position{1, 3});
  for (std::size_t step = 1; step < text.size(); ++step) {
    const SourceFile file("a.yaml", text);
    for (std::size_t i = 0; i <= text.size(); ++i) {
      const std::size_t byte = i * step % (text.size() + 1);
      CHECK(file.position(byte) == places[byte]);
    }
  }
}

TEST_CASE("many places in a line of a million characters take no time") {
  const std::string text(1'000'000, 'x');
  const SourceFile file("a.yaml", text);
  std::size_t sum = 0;
  for (std::size_t byte = 0; byte < text.size(); byte += 10) sum += file.position(byte).column;
  CHECK(sum == 10ULL * (99'999ULL * 100'000ULL / 2) + 100'000ULL);
}

TEST_CASE("Columns of a long line are those that one counts, from either end, whole or cut down") {
  std::string line;
  const std::vector<std::string> characters = {"a", "\xC3\xA9", "\xE2\x80\x93", "\xF0\x9F\x91\xAA", "\xFF", "\xC3"};
  for (std::size_t i = 0; line.size() < 20'000; ++i) line += characters[i * 7 % 11 % characters.size()];
  const std::string text = "\xEF\xBB\xBFkey: 1\n" + line + "\nlast: 2\n";
  const std::size_t start = text.find('\n') + 1;
  std::vector<std::size_t> columns(line.size() + 1);
  std::size_t column = 1;
  for (std::size_t byte = 0; byte < line.size(); ++column) {
    const std::size_t size = cpm::base::code_point_at(text, start + byte).bytes;
    for (std::size_t i = 0; i < size; ++i) columns[byte + i] = column;
    byte += size;
  }
  columns[line.size()] = column;
  const SourceFile whole("a.yaml", text);
  SourceFile cut("a.yaml", text);
  cut.keep_lines_of(
      {Span{.file = FileId{}, .begin = static_cast<std::uint32_t>(start), .end = static_cast<std::uint32_t>(start)}});
  std::size_t wrong = 0;
  for (std::size_t i = 0; i <= line.size(); ++i) {
    const std::size_t byte = line.size() - i;
    const Position wanted = at(2, columns[byte]);
    wrong += whole.position(start + byte) == wanted && cut.position(start + byte) == wanted ? 0U : 1U;
  }
  CHECK(wrong == 0);
}
