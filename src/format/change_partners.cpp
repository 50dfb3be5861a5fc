#include "format/change_partners.h"

#include <algorithm>
#include <cstddef>
#include <map>
#include <set>
#include <string>
#include <string_view>

#include "base/ascii.h"
#include "base/text.h"
#include "format/content_print.h"
#include "format/shapes.h"

namespace cpm::format {
namespace {

using yaml::Node;

constexpr std::size_t kFewestTelling = 2;
constexpr std::size_t kMostLeft = 50;  // of each side: with more, nobody can tell

/// What a record says, by field, without its id and title.
using Sayings = std::map<std::string_view, std::string>;

Sayings sayings_of(const Node& node, const Record& record) {
  Sayings said;
  if (node.kind != yaml::Kind::map) return said;
  for (const Field& field : record.fields) {
    if (field.need == Need::never || field.name == record.id_key || field.name == record.title_key) continue;
    const yaml::Entry* const entry = yaml::find_entry(node, field.name);
    if (entry != nullptr && entry->value->kind != yaml::Kind::null)
      said.emplace(field.name, says(*entry->value, *field.shape));
  }
  return said;
}

/// What stands third in one list and third in another one need not be the same.
bool is_place_in_order(std::string_view field) {
  return field == "order" || field == "rank";
}

/// A choice, a flag, a reference or a place in an order is the same for many.
bool is_telling(const Field& field) {
  return field.shape->kind != ShapeKind::choice && field.shape->kind != ShapeKind::flag &&
         !is_reference(*field.shape) && !is_place_in_order(field.name);
}

using WordSet = std::set<std::string>;

/// In lower case, without the marks around them.
WordSet words_of_title(const Node& node, const Record& record) {
  constexpr std::string_view kMarks = ".,;:!?()\"'";
  WordSet words;
  const std::string title = base::visible(base::lower(yaml::scalar_at(node, record.title_key)));
  for (std::string_view word : base::split(title, ' ')) {
    const std::size_t first = std::min(word.find_first_not_of(kMarks), word.size());
    word.remove_prefix(first);
    word = word.substr(0, word.find_last_not_of(kMarks) + 1);
    if (!word.empty()) words.emplace(word);
  }
  return words;
}

bool share_a_third(const WordSet& before, const WordSet& now) {
  const auto shared = static_cast<std::size_t>(
      std::ranges::count_if(before, [&now](const std::string& word) { return now.contains(word); }));
  return shared > 0 && shared * 3 >= before.size() + now.size() - shared;
}

/// Of the keys that both have.
bool mostly_say_the_same(const Sayings& before, const Sayings& now) {
  std::size_t both = 0;
  std::size_t same = 0;
  for (const auto& [field, said] : before) {
    const auto other = now.find(field);
    if (other == now.end() || is_place_in_order(field)) continue;
    ++both;
    if (other->second == said) ++same;
  }
  return both == 0 || same * 2 > both;
}

/// How many records of both sides say the same.
using Tally = std::map<std::pair<std::string_view, std::string>, std::size_t>;

class Partners {
 public:
  Partners(const PartnerSide& before, const PartnerSide& now, const Record& record) : record_(record) {
    for (const PartnerSide* const side : {&before, &now})
      for (const std::vector<const Node*>* const nodes : {&side->left, &side->matched})
        for (const Node* const node : *nodes) add(*node);
    for (const Node* const old_node : before.left)
      for (const Node* const new_node : now.left) compare(old_node, new_node);
  }

  /// The one that shares most with this one, and enough; nullptr when there is none, or two that share as much.
  const Node* best(const Node* node) const {
    const auto found = alike_.find(node);
    if (found == alike_.end()) return nullptr;
    const std::vector<Likeness>& others = found->second;
    const auto most = std::ranges::max_element(others, {}, &Likeness::telling);
    const bool enough = most->telling >= kFewestTelling && most->mostly;
    return enough && std::ranges::count(others, most->telling, &Likeness::telling) == 1 ? most->other : nullptr;
  }

 private:
  /// What a record has in common with another one: values that nobody else has, and whether most of all.
  struct Likeness {
    const Node* other = nullptr;
    std::size_t telling = 0;
    bool mostly = false;
  };

  void add(const Node& node) {
    const Sayings& said = said_[&node] = sayings_of(node, record_);
    for (const auto& saying : said) ++tally_[saying];
  }

  void compare(const Node* old_node, const Node* new_node) {
    const Sayings& old_said = said_.at(old_node);
    const Sayings& new_said = said_.at(new_node);
    std::size_t same = 0;
    std::size_t telling = 0;
    for (const auto& saying : old_said) {
      const auto other = new_said.find(saying.first);
      if (other == new_said.end() || other->second != saying.second) continue;
      ++same;
      const bool theirs_alone = tally_.at(saying) == 2;
      if (theirs_alone && is_telling(*find_field(record_, saying.first))) ++telling;
    }
    const bool mostly = same * 2 > std::max(old_said.size(), new_said.size());
    alike_[old_node].push_back({.other = new_node, .telling = telling, .mostly = mostly});
    alike_[new_node].push_back({.other = old_node, .telling = telling, .mostly = mostly});
  }

  const Record& record_;
  Tally tally_;
  std::map<const Node*, Sayings> said_;
  std::map<const Node*, std::vector<Likeness>> alike_;
};

}  // namespace

bool is_reference(const Shape& shape) {
  const Shape& single = shape.kind == ShapeKind::list ? *shape.element : shape;
  return single.form == &kIdForm && single.names == Names::nothing;
}

bool plausible_partners(const Node& before, const Node& now, const Record& record) {
  return share_a_third(words_of_title(before, record), words_of_title(now, record)) ||
         mostly_say_the_same(sayings_of(before, record), sayings_of(now, record));
}

std::vector<std::pair<const Node*, const Node*>> partners(const PartnerSide& before, const PartnerSide& now,
                                                          const Record& record) {
  std::vector<std::pair<const Node*, const Node*>> found;
  const bool none = before.left.empty() || now.left.empty();
  if (none || before.left.size() > kMostLeft || now.left.size() > kMostLeft) return found;
  const Partners all(before, now, record);
  for (const Node* const node : before.left)
    if (const Node* const other = all.best(node); other != nullptr && all.best(other) == node)
      found.emplace_back(node, other);
  return found;
}

}  // namespace cpm::format
