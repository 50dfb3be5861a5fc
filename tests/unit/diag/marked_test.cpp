#include "diag/marked.h"

#include <doctest/doctest.h>

#include <string>

using namespace cpm::diag;

namespace {

/// The bytes that a finding over a whole file marks after it was narrowed, and what its message became.
struct Narrowed {
  std::string marked;
  std::string message;
};

Narrowed narrowed(const std::string& bytes, const Marked& marked) {
  SourceMap sources;
  const FileId file = sources.add("a.yaml", bytes);
  Diagnostics findings;
  findings.add({.code = 704,
                .message = "a name",
                .span = {.file = file, .begin = 0, .end = static_cast<std::uint32_t>(bytes.size())},
                .marked = marked});
  find_marked(sources, findings);
  const Diagnostic& finding = findings.all().front();
  return {.marked = std::string{sources.file(file).text(finding.span)}, .message = finding.message};
}

}  // namespace

TEST_CASE("words are found with any spaces and line ends between them") {
  CHECK(places_of_words("a b", "a b") == std::vector<WordsPlace>{{0, 3}});
  CHECK(places_of_words("x a\n   b y", "a b") == std::vector<WordsPlace>{{2, 8}});
  CHECK(places_of_words("a b", "a\n b") == std::vector<WordsPlace>{{0, 3}});
  CHECK(places_of_words("a\r\n\tb a b", "a b") == std::vector<WordsPlace>{{0, 5}, {6, 9}});
  for (const std::string text : {"", "a", "ab", "a ", "b a", "a c"})
    CHECK_MESSAGE(places_of_words(text, "a b").empty(), text);
  CHECK(places_of_words("a b", "").empty());
}

TEST_CASE("a finding is narrowed to the words it marks, the one of its turn") {
  const std::string folded = ">-\n    the Garcia\n    family and the Garcia family\n";
  CHECK(narrowed(folded, {.words = "Garcia family", .turn = 0}).marked == "Garcia\n    family");
  CHECK(narrowed(folded, {.words = "Garcia family", .turn = 1}).marked == "Garcia family");
  CHECK(narrowed(folded, {.words = "Garcia family", .turn = 1}).message == "a name");
}

TEST_CASE("words that the file spells another way are named in the message") {
  const Narrowed escaped = narrowed("\"the Gar\\u0063ia family\"", {.words = "Garcia\nfamily", .turn = 0});
  CHECK(escaped.marked == "\"the Gar\\u0063ia family\"");
  CHECK(escaped.message == "a name: `Garcia family`");
  CHECK(narrowed("Garcia", {.words = "Garcia", .turn = 1}).message == "a name: `Garcia`");
}

TEST_CASE("a finding that marks no words stays as it is") {
  SourceMap sources;
  Diagnostics findings;
  findings.add({.code = 704, .message = "a name", .span = whole(sources.add("a.yaml", "text"))});
  findings.add({.code = 704, .message = "nowhere", .span = {}, .marked = Marked{.words = "text"}});
  find_marked(sources, findings);
  CHECK(findings.all()[0].span == whole(0));
  CHECK(findings.all()[1].message == "nowhere");
}
