#include "format/practice_tree.h"

#include <algorithm>

#include "base/assert.h"
#include "diag/diagnostic.h"
#include "diag/source_file.h"
#include "yaml/reader.h"
#include "yaml/writer.h"

namespace cpm::format {
namespace {

/// A number, a day, month or quarter, or yes or no: written as it is.
bool is_plain(std::string_view text) {
  return text == "true" || text == "false" || text.find_first_not_of("0123456789-.Q") == std::string_view::npos;
}

/// The name of an entry of a list: its id, else its turn.
std::string entry_name(const TextTree& entry, std::size_t turn) {
  for (const auto& [key, value] : entry.entries)
    if (key == "id") return value.text;
  return std::to_string(turn);
}

std::string below(const std::string& path, const std::string& name) {
  return path.empty() ? name : path + "/" + name;
}

const TextTree* child(const TextTree& tree, std::string_view name) {
  for (const auto& [key, value] : tree.entries)
    if (key == name) return &value;
  for (std::size_t turn = 0; turn < tree.items.size(); ++turn)
    if (entry_name(tree.items[turn], turn) == name) return &tree.items[turn];
  return nullptr;
}

void collect(const TextTree& tree, const std::string& path, TextsByPath& texts) {
  if (tree.kind == yaml::Kind::scalar) texts.emplace(path, tree.text);
  for (const auto& [key, value] : tree.entries) collect(value, below(path, key), texts);
  for (std::size_t turn = 0; turn < tree.items.size(); ++turn)
    collect(tree.items[turn], below(path, entry_name(tree.items[turn], turn)), texts);
}

void write(const TextTree& tree, yaml::Writer& writer);

void write_map(const TextTree& tree, yaml::Writer& writer, bool is_file) {
  writer.begin_map();
  for (const auto& [key, value] : tree.entries) {
    if (is_file && (value.kind == yaml::Kind::map || value.kind == yaml::Kind::list)) writer.blank_line();
    writer.key(key);
    write(value, writer);
  }
  writer.end_map();
}

void write_list(const TextTree& tree, yaml::Writer& writer) {
  writer.begin_list();
  for (const TextTree& item : tree.items) write(item, writer);
  writer.end_list();
}

void write(const TextTree& tree, yaml::Writer& writer) {
  if (tree.kind == yaml::Kind::map) return write_map(tree, writer, false);
  if (tree.kind == yaml::Kind::list) return write_list(tree, writer);
  if (tree.quoted)
    writer.quoted(tree.text);
  else if (is_plain(tree.text))
    writer.plain(tree.text);
  else
    writer.text(tree.text);
}

}  // namespace

TextTree scalar(std::string text) {
  return {.kind = yaml::Kind::scalar, .text = std::move(text)};
}

TextTree tree_of(const yaml::Node& node) {
  TextTree tree{.kind = node.kind, .text = std::string(node.text), .quoted = !node.plain() && is_plain(node.text)};
  for (const yaml::Entry& entry : node.entries)
    tree.entries.emplace_back(std::string(entry.key->text), tree_of(*entry.value));
  for (const yaml::Node* item : node.items) tree.items.push_back(tree_of(*item));
  return tree;
}

std::optional<TextTree> read_tree(const std::string& bytes) {
  const diag::SourceFile file("practice.yaml", bytes);
  diag::Diagnostics findings;
  const yaml::Tree tree = yaml::read(file, 0, {}, findings);
  if (tree.root == nullptr || findings.has_error()) return std::nullopt;
  return tree_of(*tree.root);
}

const TextTree* find(const TextTree& tree, std::string_view path) {
  const TextTree* at = &tree;
  while (!path.empty() && at != nullptr) {
    const std::size_t end = std::min(path.find('/'), path.size());
    at = child(*at, path.substr(0, end));
    path.remove_prefix(std::min(end + 1, path.size()));
  }
  return at;
}

TextTree* find(TextTree& tree, std::string_view path) {
  return const_cast<TextTree*>(find(std::as_const(tree), path));
}

std::string text_at(const TextTree& tree, std::string_view path) {
  const TextTree* const found = find(tree, path);
  return found == nullptr ? std::string() : found->text;
}

void set(TextTree& tree, std::string_view record, const std::string& key, TextTree value) {
  TextTree* const map = find(tree, record);
  CPM_ASSERT(map != nullptr && map->kind == yaml::Kind::map);
  for (auto& [name, old] : map->entries)
    if (name == key) {
      old = std::move(value);
      return;
    }
  map->entries.emplace_back(key, std::move(value));
}

void take_out(TextTree& tree, std::string_view record, std::string_view key) {
  TextTree* const map = find(tree, record);
  CPM_ASSERT(map != nullptr && map->kind == yaml::Kind::map);
  std::erase_if(map->entries, [&](const auto& entry) { return entry.first == key; });
}

TextsByPath texts_by_path(const TextTree& tree) {
  TextsByPath texts;
  collect(tree, {}, texts);
  return texts;
}

std::string yaml_of(const TextTree& tree, std::string_view heading) {
  CPM_ASSERT(tree.kind == yaml::Kind::map);
  yaml::Writer writer;
  writer.comment(heading);
  write_map(tree, writer, true);
  return writer.finish();
}

}  // namespace cpm::format
