#include "assist/content.h"

#include <set>
#include <string_view>

#include "base/json_writer.h"
#include "base/text.h"
#include "format/kinds.h"
#include "format/labels.h"

namespace cpm::assist {
namespace {

using format::Shape;
using format::ShapeKind;
using yaml::Kind;
using yaml::Node;

class ContentTeller {
 public:
  ContentTeller(const diag::SourceFile& file, base::JsonWriter& json) : file_(file), json_(json) {}

  void tell(const Node& node, const Shape* shape, std::size_t from, std::string_view written = {}) {
    json_.object().number("line", static_cast<std::int64_t>(file_.position(from).line)).text_if("written", written);
    json_.key("bytes").list();
    for (const std::size_t byte : {from, std::size_t{node.span.begin}, std::size_t{node.span.end}})
      json_.number(static_cast<std::int64_t>(byte));
    json_.end_list();
    if (node.kind == Kind::map)
      tell_map(node, shape);
    else if (node.kind == Kind::list)
      tell_list(node, shape);
    else
      tell_text(node);
    json_.end_object();
  }

 private:
  void tell_text(const Node& node) {
    const bool empty = node.kind == Kind::null || (node.text.empty() && node.plain());
    json_.text("text", empty ? std::string_view() : node.text);
    if (empty) json_.key("empty").flag(true);
  }

  void tell_list(const Node& node, const Shape* shape) {
    const Shape* const element = shape != nullptr && shape->kind == ShapeKind::list ? shape->element : nullptr;
    json_.key("entries").list();
    for (const Node* const item : node.items) tell(*item, element, item->span.begin);
    json_.end_list();
  }

  void tell_map(const Node& node, const Shape* shape) {
    const bool is_map = shape != nullptr && shape->kind == ShapeKind::map;
    const format::Record* const record = shape != nullptr && shape->kind == ShapeKind::record ? shape->record : nullptr;
    std::set<std::string_view> told;
    if (record != nullptr)
      for (const yaml::Entry& entry : node.entries) told.insert(entry.key->text);
    std::set<std::string_view> done;
    json_.key("keys").object();
    for (const yaml::Entry& entry : node.entries) {
      const std::string_view written = entry.key->text;
      const format::Field* const field = record == nullptr ? nullptr : field_of(*record, written, told);
      const std::string_view name = field == nullptr ? written : field->name;
      if (!done.insert(name).second) continue;
      json_.key(name);
      tell(*entry.value,
           field != nullptr ? field->shape
           : is_map         ? shape->element
                            : nullptr,
           entry.key->span.begin, name == written ? std::string_view() : written);
    }
    json_.end_object();
  }

  /// The row of a key; by another of its names only where its own name, and an earlier other one, is not there.
  const format::Field* field_of(const format::Record& record, std::string_view name, std::set<std::string_view>& told) {
    if (const format::Field* const field = format::find_field(record, name)) return field;
    constexpr std::size_t kMostGuesses = 500;
    if (guesses_ == kMostGuesses) return nullptr;
    ++guesses_;
    const format::Field* const meant = format::field_called(record, name);
    return meant != nullptr && told.insert(meant->name).second ? meant : nullptr;
  }

  const diag::SourceFile& file_;
  base::JsonWriter& json_;
  std::size_t guesses_ = 0;  ///< of keys that no table has; looking for their other names takes time
};

}  // namespace

std::string content_json(const yaml::ReadText& text) {
  const diag::SourceFile& file = text.file;
  const yaml::Tree& tree = text.tree;
  const format::Kind* const kind = tree.root == nullptr ? nullptr : format::kind_of(*tree.root);
  base::JsonWriter json;
  json.object();
  if (kind == nullptr) {
    json.key("kind").null().text("path", file.path()).key("content").null();
  } else {
    const Shape shape = format::record_of(*kind->record);
    json.text("kind", kind->word).text("path", file.path()).key("content");
    ContentTeller(file, json).tell(*tree.root, &shape, tree.root->span.begin);
  }
  return json.end_object().bytes();
}

}  // namespace cpm::assist
