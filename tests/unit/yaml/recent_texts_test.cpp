#include "yaml/recent_texts.h"

#include <doctest/doctest.h>

namespace cpm::yaml {
namespace {

diag::SourceFile text_of(const std::string& bytes, const std::string& path = "plan.yaml") {
  return {path, bytes};
}

TEST_SUITE("yaml/recent_texts") {
  TEST_CASE("the same text is read once, another one anew") {
    RecentTexts recent;
    const auto first = recent.read(text_of("a: 1\n"), {});
    CHECK(recent.read(text_of("a: 1\n"), {}) == first);
    CHECK(recent.read(text_of("a: 2\n"), {}) != first);
    CHECK(recent.read(text_of("a: 1\n", "other.yaml"), {}) != first);
    CHECK(recent.read(text_of("a: 1\n"), {.bytes = 100}) != first);
    CHECK(scalar_at(*first->tree.root, "a") == "1");
  }

  TEST_CASE("texts beyond the fourth are forgotten, and stay whole for who holds them") {
    RecentTexts recent;
    const auto first = recent.read(text_of("a: first\n"), {});
    for (const char* const text : {"b: 1\n", "c: 1\n", "d: 1\n", "e: 1\n"}) recent.read(text_of(text), {});
    CHECK(recent.read(text_of("a: first\n"), {}) != first);
    CHECK(scalar_at(*first->tree.root, "a") == "first");
  }

  TEST_CASE("what is wrong with a text is told each time") {
    RecentTexts recent;
    const auto broken = recent.read(text_of("a: [1\n"), {});
    CHECK(broken->tree.root == nullptr);
    CHECK(broken->findings.has_error());
    CHECK(recent.read(text_of("a: [1\n"), {})->findings.all().size() == broken->findings.all().size());
  }
}

}  // namespace
}  // namespace cpm::yaml
