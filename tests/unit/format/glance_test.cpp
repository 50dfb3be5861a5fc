#include "format/glance.h"

#include <doctest/doctest.h>

#include <string>

namespace cpm {
namespace {

using format::glance_at;

std::string date_in(std::string_view text) {
  const auto date = glance_at(text).date;
  return date ? base::to_text(*date) : "none";
}

}  // namespace

TEST_CASE("the first line tells the kind, behind comments and blank lines") {
  CHECK(glance_at("format: cpm/plan/1\n").kind == "plan");
  CHECK(glance_at("# Ours\n\n  \nformat:  cpm/logic-model/1 \r\n").kind == "logic-model");
  CHECK(glance_at("").kind.empty());
  CHECK(glance_at("# only this").kind.empty());
}

TEST_CASE("a kind that is told in another way, or not surely, is not told") {
  for (const char* const text :
       {"county: example\nformat: cpm/plan/1\n", "format: cpm/plan/2\n", "format: cpm/palm/1\n",
        "format: \"cpm/plan/1\"\n", "format: cpm/plan/1 # ours\n", "format:cpm/plan/1\n", " format: cpm/plan/1\n",
        "---\nformat: cpm/plan/1\n", "{format: cpm/plan/1}\n"}) {
    CAPTURE(text);
    CHECK(glance_at(text).kind.empty());
    CHECK(date_in(text) == "none");
  }
}

TEST_CASE("the date is told when all lines before it mean what they look like") {
  const std::string head = "format: cpm/snapshot/1\ncounty: contra-costa\n";
  CHECK(date_in(head + "# held in spring\ndate: 2026-03-15\nratings:\n") == "2026-03-15");
  CHECK(date_in("format: cpm/snapshot/1\ndate: 2026-03-15\n") == "2026-03-15");
  for (const char* const rest :
       {"date: 2026-02-30\n", "date: 15.03.2026\n", "date: '2026-03-15'\n", "date: 2026-03-15 # spring\n", "date:\n",
        "title: \"a\ndate: 2026-03-15\n", "notes: |\n  a\ndate: 2026-03-15\n", "people: [a,\ndate: 2026-03-15\n",
        "contact:\n  date: 2026-03-15\n", " date: 2026-03-15\n", "? x\ndate: 2026-03-15\n"}) {
    CAPTURE(rest);
    CHECK(date_in(head + rest) == "none");
    CHECK(glance_at(head + rest).kind == "snapshot");
  }
}

TEST_CASE("a line that is cut off is left out") {
  CHECK(format::whole_lines("format: cpm/plan/1\ndate: 2026-03-1") == "format: cpm/plan/1\n");
  CHECK(format::whole_lines("format: cpm/plan/1").empty());
  CHECK(format::whole_lines("").empty());
}

}  // namespace cpm
