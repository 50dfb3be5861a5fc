// Approvals are bound to fingerprints: what is no change must cost nothing, and each change exactly the approvals over it.
#include "format/content_print.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <fstream>
#include <functional>
#include <map>
#include <sstream>

#include "format/kinds.h"
#include "tests/support/dice.h"
#include "tests/support/source_root.h"
#include "tests/unit/yaml/reading.h"
#include "yaml/writer.h"

namespace cpm::format {
namespace {

using test::Reading;

const std::string kPlan = R"(format: cpm/plan/1
county: example
date: 2026-06-15
contact: {name: Rosa Delgado}
team:
  - {role: Director, organization: County agency}
horizon: {start: 2026-07-01, reassess: 2027-09-30}
priorities:
  - {id: p1, area: wd, title: Coaching reaches every unit, order: 1}
  - {id: p2, area: or, title: One team, confirmed_on: 2026-09-01}
objectives:
  - id: o1
    priority: p1
    statement: Every unit is coached.
    indicator: {text: Units, baseline: 2.50, target: 12, current: 5}
  - {id: o2, priority: p2, statement: Units get answers.}
steps:
  - {id: s1, objective: o1, action: Name a coach., due: 2026-12-15, status: not_started}
  - {id: s2, objective: o2, action: Write a charter., due: 2026-12-15}
reviews:
  - {date: 2026-10-01, step: s1, note: Two coaches are named.}
)";

std::string example(const std::string& path) {
  const std::ifstream file(test::source_root() + "/examples/alder/" + path);
  std::ostringstream text;
  text << file.rdbuf();
  return text.str();
}

const Record& record_of_kind(std::string_view word) {
  return *find_kind(word)->record;
}

std::string print(const std::string& text, std::string_view kind = "plan", Extent extent = Extent::approved) {
  const Reading reading(text);
  REQUIRE(reading.tree.root != nullptr);
  return content_print(*reading.tree.root, record_of_kind(kind), extent);
}

std::string part(const std::string& text, std::string_view id) {
  const Reading reading(text);
  REQUIRE(reading.tree.root != nullptr);
  return part_print(*reading.tree.root, record_of_kind("plan"), id);
}

std::string with(std::string text, std::string_view part, std::string_view instead) {
  const std::size_t at = text.find(part);
  REQUIRE_MESSAGE(at != std::string::npos, part);
  return text.replace(at, part.size(), instead);
}

/// The tree in other words: keys in another order, in block style, all in quotes, with comments.
void write_otherwise(const yaml::Node& node, test::Dice& dice, yaml::Writer& writer) {
  if (dice.one_in(4)) writer.comment("A remark: of no weight.");
  if (node.kind == yaml::Kind::scalar) {
    writer.quoted(node.text);
  } else if (node.kind == yaml::Kind::list) {
    writer.begin_list();
    for (const yaml::Node* const item : node.items) write_otherwise(*item, dice, writer);
    writer.end_list();
  } else {
    std::vector<yaml::Entry> entries(node.entries.begin(), node.entries.end());
    for (std::size_t i = entries.size(); i > 1; --i)
      std::swap(entries[i - 1], entries[static_cast<std::size_t>(dice.up_to(static_cast<int>(i) - 1))]);
    writer.begin_map();
    for (const yaml::Entry& entry : entries) {
      writer.key(entry.key->text);
      write_otherwise(*entry.value, dice, writer);
    }
    if (yaml::find_entry(node, "id") != nullptr && dice.one_in(5)) writer.key("x-own").text("not of cpm's words");
    writer.end_map();
  }
}

/// A scalar of a file and whether an approval covers it; `record`: the one of a list of the file that it stands in.
struct Scalar {
  diag::Span span;
  const Shape* shape = nullptr;
  bool covered = true;
  std::string record;
  std::string where;
};

void collect(const yaml::Node& node, const Shape& shape, const Scalar& around, std::vector<Scalar>& found) {
  if (node.kind == yaml::Kind::scalar) {
    found.push_back(around);
    found.back().span = node.span;
    found.back().shape = &shape;
  }
  for (const yaml::Node* const item : node.items) {
    Scalar inner = around;
    const yaml::Entry* const id = item->kind == yaml::Kind::map ? yaml::find_entry(*item, "id") : nullptr;
    if (id != nullptr && inner.record.empty()) inner.record = id->value->text;
    collect(*item, *shape.element, inner, found);
  }
  for (const yaml::Entry& entry : node.entries) {
    Scalar inner = around;
    inner.where += "/" + std::string(entry.key->text);
    const bool keys = shape.kind == ShapeKind::record;
    const Field* const field = keys ? find_field(*shape.record, entry.key->text) : nullptr;
    REQUIRE_MESSAGE((!keys || field != nullptr), inner.where);
    if (field != nullptr) inner.covered = inner.covered && field->stake != Stake::apart;
    collect(*entry.value, field != nullptr ? *field->shape : *shape.element, inner, found);
  }
}

/// Another value of the same kind.
std::string changed(std::string_view text, const Shape& shape) {
  std::string other(text);
  const bool number = shape.kind == ShapeKind::whole || shape.kind == ShapeKind::decimal;
  for (std::size_t at = other.size(); at-- > 0;) {
    if (other[at] < '0' || other[at] > '8') continue;
    ++other[at];
    return other;
  }
  if (number) return "77";
  const std::size_t letter = other.find_first_of("abcdefghijklmnopqrstuvwxyABCDEFGHIJKLMNOPQRSTUVWXY");
  REQUIRE_MESSAGE(letter != std::string::npos, text);
  ++other[letter];
  return other;
}

}  // namespace

TEST_CASE("comments, the order of keys, quotes and layout leave a fingerprint as it is, in every example") {
  test::Dice dice(11);
  for (const auto& [file, kind] : std::map<std::string, std::string>{{"plans/2025-07.yaml", "plan"},
                                                                     {"snapshots/2026-03-12.yaml", "snapshot"},
                                                                     {"support.yaml", "support"},
                                                                     {"roadmap.yaml", "roadmap"},
                                                                     {"theory-of-change.yaml", "theory-of-change"},
                                                                     {"snapshots/2026-03-12.yaml", "snapshot"}}) {
    const std::string path = file;
    CAPTURE(path);
    const std::string text = example(path);
    const Reading reading(text);
    REQUIRE(reading.tree.root != nullptr);
    for (int turn = 0; turn < 5; ++turn) {
      yaml::Writer writer;
      write_otherwise(*reading.tree.root, dice, writer);
      CHECK(print(writer.finish(), kind) == print(text, kind));
    }
  }
}

TEST_CASE("a changed value costs the approval of its file, unless it tells how the work goes on") {
  for (const auto& [file, kind] : std::map<std::string, std::string>{{"plans/2025-07.yaml", "plan"},
                                                                     {"support.yaml", "support"},
                                                                     {"roadmap.yaml", "roadmap"},
                                                                     {"theory-of-change.yaml", "theory-of-change"}}) {
    const std::string path = file;
    const std::string text = example(path);
    const Reading reading(text);
    const Shape root = record_of(record_of_kind(kind));
    std::vector<Scalar> scalars;
    collect(*reading.tree.root, root, {}, scalars);
    CHECK(scalars.size() > 10);
    const std::string before = print(text, kind);
    for (const Scalar& scalar : scalars) {
      const std::string_view written = std::string_view(text).substr(scalar.span.begin,
                                                                     scalar.span.end - scalar.span.begin);
      std::string after = text;
      after.replace(scalar.span.begin, written.size(), changed(written, *scalar.shape));
      CAPTURE(path);
      CAPTURE(scalar.where);
      CAPTURE(written);
      CHECK((print(after, kind) != before) == scalar.covered);
      CHECK(print(after, kind, Extent::all) != print(text, kind, Extent::all));
    }
  }
}

TEST_CASE("a changed value costs exactly the approvals of the records around it") {
  const std::string text = example("plans/2025-07.yaml");
  const Reading reading(text);
  const Shape root = record_of(record_of_kind("plan"));
  std::vector<Scalar> scalars;
  collect(*reading.tree.root, root, {}, scalars);
  std::map<std::string, std::string> holder;  // of each objective and step
  for (const auto& [list, key] : {std::pair{"objectives", "priority"}, std::pair{"steps", "objective"}})
    for (const yaml::Node* const item : reading.value(list).items)
      holder[std::string(yaml::find_entry(*item, "id")->value->text)] = yaml::find_entry(*item, key)->value->text;
  const auto is_in = [&](std::string record, const std::string& part) {
    while (!record.empty() && record != part) record = holder.contains(record) ? holder[record] : std::string();
    return record == part;
  };
  const std::vector<std::string> parts = {"coaching", "hearing-back", "coached-units", "s7"};
  std::map<std::string, int> costs;
  for (const Scalar& scalar : scalars) {
    if (scalar.where.ends_with("/id") || scalar.where.ends_with("/priority") || scalar.where.ends_with("/objective"))
      continue;  // such a change moves the record: a test of its own
    std::string after = text;
    const std::string_view written = std::string_view(text).substr(scalar.span.begin,
                                                                   scalar.span.end - scalar.span.begin);
    after.replace(scalar.span.begin, written.size(), changed(written, *scalar.shape));
    for (const std::string& id : parts) {
      CAPTURE(scalar.where);
      CAPTURE(written);
      CAPTURE(id);
      const bool cost = part(after, id) != part(text, id);
      CHECK(cost == (scalar.covered && is_in(scalar.record, id)));
      costs[id] += cost ? 1 : 0;
    }
  }
  for (const std::string& id : parts) {
    CAPTURE(id);
    CHECK(costs[id] > 3);
  }
}

TEST_CASE("a record that moves to another one, comes or goes costs the approvals of both") {
  const std::string moved = with(kPlan, "objective: o2, action", "objective: o1, action");
  CHECK(part(moved, "p1") != part(kPlan, "p1"));
  CHECK(part(moved, "p2") != part(kPlan, "p2"));
  const std::string more = with(kPlan, "reviews:", "  - {id: s3, objective: o2, action: More.}\nreviews:");
  CHECK(part(more, "p1") == part(kPlan, "p1"));
  CHECK(part(more, "p2") != part(kPlan, "p2"));
  CHECK(part(more, "o2") != part(kPlan, "o2"));
  CHECK(part(kPlan, "nothing").empty());
}

TEST_CASE("the same value written otherwise is the same: numbers, line ends, a text in several lines") {
  CHECK(print(with(kPlan, "2.50", "2.5")) == print(kPlan));
  CHECK(print(with(kPlan, "target: 12", "target: 12.0")) == print(kPlan));
  CHECK(print(with(kPlan, "order: 1", "order: 01")) == print(kPlan));
  CHECK(print(with(kPlan, "statement: Every unit is coached.",
                   "statement: >\n      Every unit\n      is coached.\n")) == print(kPlan));
  std::string windows;
  for (const char character : kPlan) windows += character == '\n' ? "\r\n" : std::string(1, character);
  CHECK(print(windows) == print(kPlan));
  CHECK(print(with(kPlan, "Every unit is", "Every  unit is")) == print(kPlan));
  CHECK(print(with(kPlan, "Every unit is", "Every unit was")) != print(kPlan));
}

TEST_CASE("an empty list is no list, and the order of entries counts") {
  CHECK(print(kPlan + "links: {sip: []}\n") == print(kPlan));
  const std::string swapped = with(
      with(kPlan, "  - {id: p2, area: or, title: One team, confirmed_on: 2026-09-01}\n", ""), "priorities:\n",
      "priorities:\n  - {id: p2, area: or, title: One team, confirmed_on: 2026-09-01}\n");
  CHECK(print(swapped) != print(kPlan));
}

// Written down once, they hold for all versions of cpm: files in counties' repositories carry them.
TEST_CASE("fingerprints are the same in every version of cpm") {
  CHECK(print(kPlan) == "cpm1-8329d72ee3391b292a564431217b4829");
  CHECK(part(kPlan, "p1") == "cpm1-c26f7ee521e9f00e8d72a0762134059f");
  CHECK(print(kPlan, "plan", Extent::all) == "cpm1-58bc7a4767c71f2434946a6501f29016");
}

TEST_CASE("values that run into each other stay apart") {
  const auto theory = [](std::string_view first, std::string_view second) {
    return print("format: cpm/theory-of-change/1\ntitle: T\nif:\n  - text: \"" + std::string(first) +
                     "\"\n  - text: \"" + std::string(second) + "\"\nthen: [{text: x}]\n",
                 "theory-of-change");
  };
  CHECK(theory("ab", "c") != theory("a", "bc"));
  CHECK(theory("a", "=1:b") != theory("a=1:b", "b"));
}

TEST_CASE("a fingerprint is recognized by its form") {
  CHECK(is_content_print(print(kPlan)));
  CHECK(!is_content_print(""));
  CHECK(!is_content_print("cpm1-12"));
  CHECK(!is_content_print("cpm2-0123456789abcdef0123456789abcdef"));
  CHECK(!is_content_print("cpm1-0123456789ABCDEF0123456789ABCDEF"));
}

}  // namespace cpm::format
