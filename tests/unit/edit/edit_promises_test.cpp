// Random edits of every example and fixture: the value is there, every other value is the same, the same edit twice changes
// nothing, an edit and its inverse give the first bytes back, no comment is lost. CPM_EDITS=100000 asks for so many.
#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <memory>

#include "edit/writing.h"
#include "format/kinds.h"
#include "format/load.h"
#include "format/read_document.h"
#include "tests/support/dice.h"
#include "tests/support/source_root.h"
#include "tests/unit/edit/editing.h"

namespace cpm {
namespace {

using edit::Action;
using format::Shape;
using format::ShapeKind;
using test::change;
using test::Dice;
using Flat = std::map<std::string, std::string>;

/// A value of the file that a path names.
struct Spot {
  std::string path;
  const Shape* shape = nullptr;
  const yaml::Node* node = nullptr;
  std::string list;  ///< of an entry: the path of its list
  std::size_t index = 0;
  std::size_t count = 0;  ///< parts of the list or map that holds it
};

struct Sample {
  std::unique_ptr<diag::SourceFile> file;
  yaml::Tree tree = {};
  Shape whole = {};
  std::vector<Spot> spots = {};
};

void add_flat(const yaml::Node& node, const std::string& path, Flat& flat) {
  if (node.kind == yaml::Kind::scalar) flat[path] = std::string(node.text);
  if (node.kind == yaml::Kind::null) flat[path] = "(nothing)";
  const bool collection = node.kind == yaml::Kind::list || node.kind == yaml::Kind::map;
  if (collection && node.items.empty() && node.entries.empty()) flat[path] = "(empty)";
  for (std::size_t i = 0; i < node.items.size(); ++i)
    add_flat(*node.items[i], path + "[" + std::to_string(i + 1) + "]", flat);
  for (const yaml::Entry& entry : node.entries) add_flat(*entry.value, path + "." + std::string(entry.key->text), flat);
}

Flat flat_of(const std::string& text) {
  const diag::SourceFile file("f.yaml", text);
  diag::Diagnostics findings;
  const yaml::Tree tree = yaml::read(file, 0, {}, findings);
  Flat flat;
  if (tree.root != nullptr && !findings.has_error()) add_flat(*tree.root, "", flat);
  return flat;
}

/// Then a number names no place.
bool has_numbers_for_ids(const yaml::Node& list, const Shape& shape) {
  const bool records = shape.element->kind == ShapeKind::record;
  return std::ranges::any_of(list.items, [&](const yaml::Node* item) {
    const std::string_view id = records ? yaml::scalar_at(*item, shape.element->record->id_key) : item->text;
    return !id.empty() && id.find_first_not_of("0123456789") == std::string_view::npos;
  });
}

void add_spots(const yaml::Node& node, const Shape& shape, const std::string& path, std::vector<Spot>& spots) {
  for (std::size_t i = 0; i < node.items.size() && shape.kind == ShapeKind::list; ++i) {
    if (has_numbers_for_ids(node, shape)) break;
    const std::string inner = path + "[" + std::to_string(i + 1) + "]";
    spots.push_back({.path = inner,
                     .shape = shape.element,
                     .node = node.items[i],
                     .list = path,
                     .index = i,
                     .count = node.items.size()});
    add_spots(*node.items[i], *shape.element, inner, spots);
  }
  if (shape.kind != ShapeKind::record && shape.kind != ShapeKind::map) return;
  for (const yaml::Entry& entry : node.entries) {
    const std::string key(entry.key->text);
    const format::Field* const field = shape.kind == ShapeKind::record ? format::find_field(*shape.record, key)
                                                                       : nullptr;
    const bool known = shape.kind == ShapeKind::map || (field != nullptr && field->need != format::Need::never);
    if (!known || key.find_first_of(".[]") != std::string::npos || key == "format") continue;
    const Shape& inner = field != nullptr ? *field->shape : *shape.element;
    const std::string inner_path = path.empty() ? key : path + "." + key;
    spots.push_back({.path = inner_path,
                     .shape = &inner,
                     .node = entry.value,
                     .list = {},
                     .index = 0,
                     .count = node.entries.size()});
    add_spots(*entry.value, inner, inner_path, spots);
  }
}

std::vector<Sample> samples() {
  std::vector<std::filesystem::path> paths;
  for (const char* const folder : {"/examples", "/tests/rules", "/tests/formats", "/tests/cli", "/tests/public"})
    for (const auto& entry : std::filesystem::recursive_directory_iterator(test::source_root() + folder))
      if (entry.is_regular_file() && entry.path().extension() == ".yaml") paths.push_back(entry.path());
  std::ranges::sort(paths);
  std::vector<Sample> all;
  for (const auto& path : paths) {
    std::ifstream in(path, std::ios::binary);
    Sample sample{
        .file = std::make_unique<diag::SourceFile>(path.string(), std::string{std::istreambuf_iterator<char>(in), {}})};
    diag::Diagnostics findings;
    sample.tree = yaml::read(*sample.file, 0, {}, findings);
    if (sample.tree.root == nullptr || findings.has_error() || sample.tree.root->kind != yaml::Kind::map) continue;
    const std::string format(yaml::scalar_at(*sample.tree.root, "format"));
    const format::Kind* const kind = format.size() > 6 ? format::find_kind(format.substr(4, format.rfind('/') - 4))
                                                       : nullptr;
    if (kind == nullptr) continue;
    sample.whole = format::record_of(*kind->record);
    add_spots(*sample.tree.root, sample.whole, "", sample.spots);
    if (!sample.spots.empty()) all.push_back(std::move(sample));
  }
  return all;
}

bool is_one_value(const Spot& spot) {
  return spot.node->kind == yaml::Kind::scalar && spot.shape->kind != ShapeKind::list &&
         spot.shape->kind != ShapeKind::map && spot.shape->kind != ShapeKind::record;
}

template <std::size_t Size>
std::string one_of(const std::array<std::string_view, Size>& all, Dice& dice) {
  return std::string(all[static_cast<std::size_t>(dice.up_to(static_cast<int>(Size) - 1))]);
}

std::string random_value(const Shape& shape, Dice& dice) {
  static constexpr std::array<std::string_view, 40> kTexts = {"Write to them",
                                                              "a: b",
                                                              "a #b",
                                                              "# a",
                                                              "- a",
                                                              "-",
                                                              "?",
                                                              "no",
                                                              "Yes",
                                                              "null",
                                                              "~",
                                                              "1.10",
                                                              "06113",
                                                              "0x1F",
                                                              "12:30",
                                                              "2026-11-01",
                                                              "[a]",
                                                              "{a: b}",
                                                              "a, b",
                                                              "'a'",
                                                              "\"a\"",
                                                              "it's",
                                                              "say \"no\"",
                                                              "50 %",
                                                              "% a",
                                                              "@a",
                                                              "`a`",
                                                              "*a",
                                                              "&a",
                                                              "!a",
                                                              "| a",
                                                              "> a",
                                                              " a",
                                                              "a ",
                                                              "a\nb",
                                                              "a\n\nb\n",
                                                              "  a\nb",
                                                              "a\tb",
                                                              "Se\xC3\xB1or",
                                                              "a\xC2\xA0"
                                                              "b"};
  static constexpr std::array<std::string_view, 3> kIds = {"s1", "or-vision", "a-b-c"};
  static constexpr std::array<std::string_view, 3> kDates = {"2026-11-26", "2027-02-28", "2025-01-01"};
  static constexpr std::array<std::string_view, 3> kFrames = {"2026-11", "2026-Q4", "2027-02-28"};
  switch (shape.kind) {
    case ShapeKind::date:
      return one_of(kDates, dice);
    case ShapeKind::timeframe:
      return one_of(kFrames, dice);
    case ShapeKind::whole:
      return std::to_string(dice.up_to(3));
    case ShapeKind::decimal:
      return std::to_string(dice.up_to(90)) + ".5";
    case ShapeKind::flag:
      return dice.one_in(2) ? "true" : "false";
    case ShapeKind::choice:
      return std::string(
          shape.choices[static_cast<std::size_t>(dice.up_to(static_cast<int>(shape.choices.size()) - 1))].word);
    case ShapeKind::word:
    case ShapeKind::county:
      return one_of(kIds, dice);
    default:
      return one_of(kTexts, dice);
  }
}

/// Does the file write it the way cpm would? Then the inverse of an edit gives its bytes back.
bool is_usual(const Sample& sample, const Spot& spot) {
  const yaml::Node& node = *spot.node;
  const std::string_view raw = sample.file->text(node.span);
  const edit::Writing writing(edit::manner_of(sample.file->bytes(), *sample.tree.root));
  return raw == writing.scalar(node.text, *spot.shape, true) && raw == writing.scalar(node.text, *spot.shape, false);
}

/// What `cpm fix` would do to the file.
std::size_t safe_fixes(const std::string& text) {
  const diag::SourceFile file("f.yaml", text);
  const auto built_in = format::load_built_in();
  model::Content content;
  diag::Diagnostics findings;
  format::read_untried(file, 0, {}, &built_in->built_in, content, findings);
  return static_cast<std::size_t>(std::ranges::count_if(findings.all(), diag::has_safe_fix));
}

std::size_t comment_lines(const std::string& text) {
  std::size_t count = 0;
  for (std::size_t at = 0; at < text.size(); at = std::min(text.find('\n', at), text.size() - 1) + 1) {
    const std::size_t word = text.find_first_not_of(' ', at);
    if (word != std::string::npos && text[word] == '#') ++count;
  }
  return count;
}

struct Figures {
  int edits = 0;
  int refused = 0;
  std::map<std::string, int> reasons = {};
  int given_back = 0;
  int not_given_back = 0;
};

bool is_refused(const std::string& now, Figures& figures) {
  ++figures.edits;
  if (!now.starts_with("refused: ")) return false;
  ++figures.refused;
  ++figures.reasons[now];
  return true;
}

void note_inverse(const std::string& back, const std::string& first, bool must, Figures& figures) {
  if (must) CHECK(back == first);
  ++(back == first ? figures.given_back : figures.not_given_back);
}

void try_set(const Sample& sample, const Spot& spot, Dice& dice, Figures& figures) {
  const std::string& first = sample.file->bytes();
  const std::string value = random_value(*spot.shape, dice);
  CAPTURE(sample.file->path());
  CAPTURE(spot.path);
  CAPTURE(value);
  const std::string now = test::set(first, spot.path, value);
  if (is_refused(now, figures)) return;
  Flat expected = flat_of(first);
  expected["." + spot.path] = value;
  CHECK(flat_of(now) == expected);
  CHECK(test::set(now, spot.path, value) == now);
  CHECK(comment_lines(now) >= comment_lines(first));
  if (dice.one_in(8)) CHECK(safe_fixes(now) <= safe_fixes(first));
  note_inverse(test::set(now, spot.path, std::string(spot.node->text)), first, is_usual(sample, spot), figures);
}

void try_copy(const Sample& sample, const Spot& spot, Figures& figures) {
  const std::string& first = sample.file->bytes();
  const bool text = spot.node->kind == yaml::Kind::scalar;
  const std::string value = text ? "A new one" : "{note: A new one}";
  if (text && spot.shape->kind != ShapeKind::text) return;
  CAPTURE(sample.file->path());
  CAPTURE(spot.path);
  const std::string before = test::changed(first, change(Action::insert, spot.path, value));
  const std::string behind = test::changed(first, change(Action::set, spot.list + "[+]", value));
  for (const std::string& now : {before, behind}) {
    if (is_refused(now, figures)) continue;
    CHECK(flat_of(now).size() == flat_of(first).size() + 1);
    CHECK(comment_lines(now) == comment_lines(first));
  }
  if (!before.starts_with("refused"))
    note_inverse(test::changed(before, change(Action::remove, spot.path)), first, true, figures);
  if (!behind.starts_with("refused"))
    note_inverse(test::changed(behind, change(Action::remove, spot.list + "[" + std::to_string(spot.count + 1) + "]")),
                 first, true, figures);
}

void try_move(const Sample& sample, const Spot& spot, Dice& dice, Figures& figures) {
  if (spot.count < 2) return;
  const std::string& first = sample.file->bytes();
  const auto to = static_cast<std::size_t>(dice.up_to(static_cast<int>(spot.count) - 1));
  if (to == spot.index) return;
  CAPTURE(sample.file->path());
  CAPTURE(spot.path);
  CAPTURE(to);
  // By number: an id may look like one.
  const auto number = [](std::size_t index) { return std::to_string(index + 1); };
  const auto before = [&](std::size_t index) { return index >= spot.count ? std::string("+") : number(index); };
  const std::string now = test::changed(first,
                                        change(Action::move, spot.path, {}, before(to > spot.index ? to + 1 : to)));
  if (is_refused(now, figures)) return;
  CHECK(comment_lines(now) == comment_lines(first));
  CHECK(now.size() == first.size());
  const std::string back = test::changed(now, change(Action::move, spot.list + "[" + number(to) + "]", {},
                                                     before(spot.index > to ? spot.index + 1 : spot.index)));
  note_inverse(back, first, true, figures);
}

void try_remove(const Sample& sample, const Spot& spot, Figures& figures) {
  const std::string& first = sample.file->bytes();
  CAPTURE(sample.file->path());
  CAPTURE(spot.path);
  const std::string now = test::changed(first, change(Action::remove, spot.path));
  if (is_refused(now, figures)) return;
  const Flat left = flat_of(now);
  REQUIRE(!left.empty());
  CHECK(left.size() < flat_of(first).size());
  CHECK(now.size() < first.size());
}

int wanted_edits() {
  const char* const wanted = std::getenv("CPM_EDITS");
  return wanted == nullptr ? 4000 : std::atoi(wanted);
}

}  // namespace

TEST_CASE("a random edit changes one value and nothing else, and its inverse gives the first bytes back") {
  const std::vector<Sample> all = samples();
  REQUIRE(all.size() > 100);
  Dice dice(20261128);
  Figures figures;
  for (std::size_t i = 0; figures.edits < wanted_edits(); ++i) {
    const Sample& sample = all[i % all.size()];
    const Spot& spot = sample.spots[static_cast<std::size_t>(dice.up_to(static_cast<int>(sample.spots.size()) - 1))];
    if (is_one_value(spot)) try_set(sample, spot, dice, figures);
    if (!spot.list.empty() && dice.one_in(2)) try_copy(sample, spot, figures);
    if (!spot.list.empty() && dice.one_in(2)) try_move(sample, spot, dice, figures);
    if (dice.one_in(4)) try_remove(sample, spot, figures);
  }
  MESSAGE(figures.edits, " edits of ", all.size(), " files, ", figures.refused,
          " refused; the inverse gave the first bytes back ", figures.given_back, " times, another spelling ",
          figures.not_given_back, " times");
  for (const auto& [reason, count] : figures.reasons) MESSAGE(count, " ", reason);
  CHECK(figures.refused * 50 < figures.edits);
}

}  // namespace cpm
