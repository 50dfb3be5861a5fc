#include <doctest/doctest.h>

#include <yaml-cpp/yaml.h>

#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include "tests/support/source_root.h"
#include "tests/unit/yaml/reading.h"

namespace cpm {
namespace {

bool plain(const YAML::Node& node) {
  return node.Tag() != "!";
}

// The same tree in both readers: kinds, texts, order, quoted or not.
void compare(const yaml::Node& ours, const YAML::Node& theirs) {
  if (ours.kind == yaml::Kind::null) {
    CHECK(theirs.IsNull());
  } else if (ours.kind == yaml::Kind::scalar) {
    REQUIRE(theirs.IsScalar());
    CHECK(ours.text == theirs.Scalar());
    CHECK(ours.plain() == plain(theirs));
  } else if (ours.kind == yaml::Kind::list) {
    REQUIRE(theirs.IsSequence());
    REQUIRE(ours.items.size() == theirs.size());
    for (std::size_t i = 0; i < ours.items.size(); ++i) compare(*ours.items[i], theirs[i]);
  } else {
    REQUIRE(theirs.IsMap());
    REQUIRE(ours.entries.size() == theirs.size());
    std::size_t at = 0;
    for (const auto& entry : theirs) {
      CHECK(ours.entries[at].key->text == entry.first.Scalar());
      compare(*ours.entries[at++].value, entry.second);
    }
  }
}

void compare_text(const std::string& text) {
  CAPTURE(text);
  const test::Reading reading{text};
  CHECK(reading.places() == std::vector<std::string>{});
  REQUIRE(reading.tree.root != nullptr);
  compare(*reading.tree.root, YAML::Load(text));
}

}  // namespace

TEST_CASE("another reader sees the same tree in texts of all styles") {
  const std::vector<std::string> texts = {
      "a: 1\nb: [x, 'y', \"z\", {k: v}]\nc:\n- d: e\n  f: g\n-\n  h: i\n",
      "text: >\n  folded\n  words\n\n  more\nother: |-\n  kept\n    deeper\n  lines\nlast: x\n",
      "plain: goes on\n  and on\n\n  after a blank line\nquoted: \"a \\\n  b\\n\\u00e9\"\nsingle: 'it''s\n  two'\n",
      "\"key one\": 1\n'key two': 2\nkey three: 3\n06113: 4\n",
      "empty:\nlist:\n  -\n  - ~\n  - null\nmap: {}\nseq: []\n",
      "- - 1\n  - 2\n- [[3], [4, 5]]\n- {a: {b: {c: d}}}\n",
      "caf\xC3\xA9: \xE2\x80\x94 \xF0\x9F\x91\xAA\nurl: https://example.org/a?b=c#d\ntime: 12:30\n",
      "# a\na: 1 # b\n\n# c\nb: 2\n",
  };
  for (const std::string& text : texts) compare_text(text);
}

TEST_CASE("another reader sees the same tree in the files that come with cpm") {
  int compared = 0;
  for (const char* const folder : {"src/builtin", "examples"}) {
    const std::filesystem::path root = std::filesystem::path{test::source_root()} / folder;
    if (!std::filesystem::exists(root)) continue;
    for (const auto& entry : std::filesystem::recursive_directory_iterator{root}) {
      const std::string path = entry.path().generic_string();
      if (!entry.is_regular_file() || entry.path().extension() != ".yaml" || path.find("mistakes") != std::string::npos)
        continue;
      CAPTURE(path);
      std::ifstream file{entry.path(), std::ios::binary};
      std::ostringstream bytes;
      bytes << file.rdbuf();
      compare_text(bytes.str());
      ++compared;
    }
  }
  CHECK(compared >= 5);
}

}  // namespace cpm
