#include "render/writers.h"

#include <doctest/doctest.h>

#include "tests/unit/render/sample.h"

using namespace cpm;
using report::Result;
using test::Sample;

TEST_CASE("records become lines under their heads; what a cell cannot hold stays empty") {
  Sample sample;
  sample.outcome.columns = {"name", "count", "percent", "sure"};
  sample.outcome.result = Result::Fields{
      {"rows",
       Result::List{Result::Fields{{"count", 3}, {"name", "Alder"}, {"percent", base::Tenths{-35}}, {"sure", true}},
                    Result::Fields{{"name", Result{}}, {"percent", Result::List{1}}}}}};
  CHECK(render::write_csv(sample.job()) == "name,count,percent,sure\nAlder,3,-3.5,true\n,,,\n");
}

TEST_CASE("commas, quotes and line ends are quoted") {
  Sample sample;
  sample.outcome.columns = {"a", "b", "c"};
  sample.outcome.result = Result::Fields{
      {"rows", Result::List{Result::Fields{{"a", "x, y"}, {"b", "say \"so\""}, {"c", "one\ntwo"}}}}};
  CHECK(render::write_csv(sample.job()) == "a,b,c\n\"x, y\",\"say \"\"so\"\"\",\"one\ntwo\"\n");
}

TEST_CASE("a text that a spreadsheet would run is made harmless; a number is left alone") {
  const char* const texts[] = {"=1+1", "+1", "-1", "@SUM(A1)", "\t=1", " =1", "\xEF\xBC\x9D\x31"};
  for (const char* text : texts) {
    Sample sample;
    sample.outcome.columns = {"a"};
    sample.outcome.result = Result::Fields{{"rows", Result::List{Result::Fields{{"a", text}}}}};
    const std::string mark = text[0] == '\xEF' ? "\xEF\xBB\xBF" : "";
    CHECK(render::write_csv(sample.job()) == mark + "a\n'" + std::string(text) + "\n");
  }
  Sample sample;
  sample.outcome.columns = {"a"};
  sample.outcome.result = Result::Fields{{"rows", Result::List{Result::Fields{{"a", -1}}}}};
  CHECK(render::write_csv(sample.job()) == "a\n-1\n");
}

TEST_CASE("without records there are the heads alone") {
  Sample sample;
  sample.outcome.columns = {"county", "area"};
  CHECK(render::write_csv(sample.job()) == "county,area\n");
}

TEST_CASE("characters that nobody sees are shown, lines and tabs stay") {
  Sample sample;
  sample.outcome.columns = {"a"};
  sample.outcome.result = Result::Fields{
      {"rows", Result::List{Result::Fields{{"a", "x\x1b[31m\ty\n\nz\xE2\x80\xAE\n"}}}}};
  CHECK(render::write_csv(sample.job()) == "a\n\"x\\x1b[31m\ty\n\nz\\u{202e}\"\n");
}

TEST_CASE("a byte order mark tells a spreadsheet that the text is UTF-8, where it is more than ASCII") {
  Sample sample;
  sample.outcome.columns = {"a"};
  sample.outcome.result = Result::Fields{{"rows", Result::List{Result::Fields{{"a", "Se\xC3\xB1or"}}}}};
  CHECK(render::write_csv(sample.job()) ==
        "\xEF\xBB\xBF"
        "a\nSe\xC3\xB1or\n");
  sample.outcome.result = Result::Fields{{"rows", Result::List{Result::Fields{{"a", "Senor"}}}}};
  CHECK(render::write_csv(sample.job()) == "a\nSenor\n");
}
