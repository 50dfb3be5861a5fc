#include "assist/outline.h"

#include <doctest/doctest.h>

#include <string>

#include "assist/spot.h"
#include "tests/unit/assist/cursor.h"
#include "yaml/reader.h"

namespace cpm {
namespace {

using assist::Form;
using assist::kNone;
using assist::Part;

/// The parts, each as its depth in blanks, its key or `-`, and its value.
std::string drawn(const std::string& text) {
  const assist::Reading reading(text);
  std::string lines;
  for (std::size_t i = 1; i < reading.outline().parts.size(); ++i) {
    const Part& part = reading.part(i);
    for (std::size_t above = part.above; above != 0; above = reading.part(above).above) lines += ' ';
    lines += part.entry ? "-" : reading.key_of(i) + (part.colon ? ":" : "?");
    if (part.form != Form::nothing && part.form != Form::brackets) lines += " <" + reading.text_of(i) + ">";
    lines += '\n';
  }
  return lines;
}

bool agrees(const yaml::Node& node, const assist::Reading& reading, std::size_t index);

bool agrees_below(const yaml::Node& node, const assist::Reading& reading, std::size_t index) {
  const std::vector<std::size_t> parts = reading.parts_of(index);
  if (parts.size() != node.items.size() + node.entries.size()) return false;
  for (std::size_t i = 0; i < node.items.size(); ++i)
    if (!reading.part(parts[i]).entry || !agrees(*node.items[i], reading, parts[i])) return false;
  for (std::size_t i = 0; i < node.entries.size(); ++i) {
    const Part& part = reading.part(parts[i]);
    const diag::Span& key = node.entries[i].key->span;
    if (part.entry || !part.colon || part.name.begin != key.begin || part.name.end != key.end) return false;
    if (!agrees(*node.entries[i].value, reading, parts[i])) return false;
  }
  return true;
}

/// What a reader of YAML found is what the outline has.
bool agrees(const yaml::Node& node, const assist::Reading& reading, std::size_t index) {
  const Part& part = reading.part(index);
  if (node.kind == yaml::Kind::list || node.kind == yaml::Kind::map) return agrees_below(node, reading, index);
  if (node.kind == yaml::Kind::null && node.span.begin == node.span.end)
    return part.form == Form::nothing && reading.parts_of(index).empty();
  if (part.form == Form::nothing) {
    // A text on a line of its own.
    const std::vector<std::size_t> parts = reading.parts_of(index);
    return parts.size() == 1 && !reading.part(parts[0]).colon && reading.part(parts[0]).name.begin == node.span.begin;
  }
  return part.value.begin == node.span.begin && (part.form == Form::lines || part.value.end == node.span.end);
}

}  // namespace

TEST_CASE("keys and entries hang together by their columns") {
  CHECK(drawn("a: b\nc:\n  d: e # f\n  g:\n    - h\n    - i: j\n      k: l\nm:\n- n\n- - o\n  - p\n") ==
        "a: <b>\nc:\n d: <e>\n g:\n  - <h>\n  -\n   i: <j>\n   k: <l>\nm:\n - <n>\n -\n  - <o>\n  - <p>\n");
}

TEST_CASE("texts go on in lines further to the right") {
  CHECK(drawn("a: b\n  c\n  d\ne: \"f\n  g: h\"\ni: |\n  j: k\n\n  l\nm: >-\n  n\no: p\n") ==
        "a: <b c d>\ne: <f g: h>\ni: <j: k l>\nm: <n>\no: <p>\n");
  CHECK(drawn("- a\n  b\n- 'it''s'\n") == "- <a b>\n- <it's>\n");
}

TEST_CASE("brackets hold keys and entries") {
  CHECK(drawn("a: {b: c, d: [e, f], \"g\":h, i: , j: {k: l}}\nm: n\n") ==
        "a:\n b: <c>\n d:\n  - <e>\n  - <f>\n g: <h>\n i:\n j:\n  k: <l>\nm: <n>\n");
  CHECK(drawn("a: [b,\n  c # d\n  , e\n]\nf: g\n") == "a:\n - <b>\n - <c>\n - <e>\nf: <g>\n");
  CHECK(drawn("{a: b, c: d}\n") == "a: <b>\nc: <d>\n");
}

TEST_CASE("what nobody has closed ends where something else begins") {
  CHECK(drawn("a: \"b\nc: d\n") == "a: <b>\nc: <d>\n");
  CHECK(drawn("a: [b, c\nd: e\n") == "a:\n - <b>\n - <c>\nd: <e>\n");
  CHECK(drawn("- {a: b, c\n- d: {e: f,\n  g: h\n") == "-\n a: <b>\n c?\n-\n d:\n  e: <f>\n g: <h>\n");
  CHECK(drawn("a: {b: c\n    d: e}\nf: g\n") == "a:\n b: <c>\n d: <e>\nf: <g>\n");
}

TEST_CASE("half written keys, stray marks and odd columns keep what is around them") {
  CHECK(drawn("a: b\nc\nd: e\n") == "a: <b>\nc?\nd: <e>\n");
  CHECK(drawn("a:\n  b\n  c: d\n") == "a:\n b?\n c: <d>\n");
  CHECK(drawn("a:\n    b: c\n  d: e\nf: g\n") == "a:\n b: <c>\n d: <e>\nf: <g>\n");
  CHECK(drawn("\xEF\xBB\xBF"
              "a: b\r\nc: d\r\n") == "a: <b>\nc: <d>\n");
  CHECK(drawn("---\n# x\na: b\n...\n") == "a: <b>\n");
  CHECK(drawn("") == "");
  CHECK(drawn("]}\n: \n-\n") == "]}?\n:?\n-\n");
}

TEST_CASE("of a text that is YAML the outline has what a reader of YAML finds") {
  std::size_t read = 0;
  for (const std::string& text : test::sample_texts()) {
    const diag::SourceFile file("f.yaml", text);
    diag::Diagnostics findings;
    const yaml::Tree tree = yaml::read(file, 0, {}, findings);
    if (tree.root == nullptr || findings.has_error() || tree.root->kind != yaml::Kind::map) continue;
    ++read;
    INFO(text);
    CHECK(agrees(*tree.root, assist::Reading(text), 0));
  }
  CHECK(read > 500);
}

TEST_CASE("no text takes long") {
  std::string stairs;
  for (int i = 0; i < 1400; ++i) stairs += std::string(static_cast<std::size_t>(i), ' ') + "a: [\"\n";
  const std::string dashes(300'000, '-');
  std::string spaced;
  for (int i = 0; i < 300'000; ++i) spaced += "- ";
  const std::string brackets(500'000, '[');
  std::string keys = "format: cpm/plan/1\n";
  for (int i = 0; i < 100'000; ++i) keys += "k" + std::to_string(i) + ":\n";
  std::string quotes;
  for (int i = 0; i < 100'000; ++i) quotes += "a: 'b\"\n";
  test::MemoryAround around;
  for (const std::string& text : {stairs, dashes, spaced, brackets, keys, quotes, "a: " + brackets, "a: {" + quotes}) {
    const std::string whole = test::plan(text);
    const assist::Reading reading(whole);
    CHECK(reading.outline().parts.size() > 1);
    CHECK(assist::offers_at(reading, whole.size(), around).word.end <= whole.size());
  }
}

}  // namespace cpm
