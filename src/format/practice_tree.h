#pragma once
// A small tree of texts, for files that a program makes up and then changes: practice counties. The same values by their
// paths, such as "steps/s2/due", where an entry of a list is named by its id.
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "yaml/node.h"

namespace cpm::format {

struct TextTree {
  yaml::Kind kind = yaml::Kind::null;
  std::string text = {};
  bool quoted = false;                                         ///< a text that looks like a number
  std::vector<std::pair<std::string, TextTree>> entries = {};  ///< of a map
  std::vector<TextTree> items = {};                            ///< of a list
};

TextTree scalar(std::string text);
TextTree tree_of(const yaml::Node& node);
/// The tree of a file's bytes; nothing when they cannot be read.
std::optional<TextTree> read_tree(const std::string& bytes);
/// The value at a path, or nullptr; "steps/s2/due", "contact/name", "evidence/0".
const TextTree* find(const TextTree& tree, std::string_view path);
TextTree* find(TextTree& tree, std::string_view path);
/// The text at a path; empty when there is none.
std::string text_at(const TextTree& tree, std::string_view path);
/// Sets or adds a key of the map at `record`.
void set(TextTree& tree, std::string_view record, const std::string& key, TextTree value);
/// Takes a key from the map at `record`.
void take_out(TextTree& tree, std::string_view record, std::string_view key);
/// Every scalar by its path.
using TextsByPath = std::map<std::string, std::string>;
TextsByPath texts_by_path(const TextTree& tree);
/// The file, in block style; `heading`: a comment at its beginning.
std::string yaml_of(const TextTree& tree, std::string_view heading);

}  // namespace cpm::format
