#pragma once
// The tree of one YAML file: what stands where, with first and last byte of every node. No types: a scalar is text, plain
// or quoted; the field tables of format/ say what it should be.
#include <memory>
#include <memory_resource>
#include <span>
#include <string_view>

#include "diag/span.h"

namespace cpm::yaml {

enum class Kind : std::uint8_t { null, scalar, list, map };
enum class Style : std::uint8_t { plain, single_quoted, double_quoted, literal, folded };

struct Node;

/// A key of a map and its value.
struct Entry {
  const Node* key = nullptr;  ///< always a scalar
  const Node* value = nullptr;
};

/// `null`: nothing was written, or a plain `~`, `null`, `Null`, `NULL`. A null that was not written has an empty span
/// right behind its key's colon (or dash).
struct Node {
  Kind kind = Kind::null;
  Style style = Style::plain;
  bool flow = false;                   ///< a list or map in `[ ]` or `{ }`
  diag::Span span;                     ///< a block list or map ends behind its last entry, not at the next line
  std::string_view text;               ///< scalars (and written nulls): the value after unquoting and folding
  std::span<const Node* const> items;  ///< lists
  std::span<const Entry> entries;      ///< maps, in order; duplicate keys are kept here, the reader has reported them

  bool plain() const { return style == Style::plain; }
};

/// The entry of a key, the first of duplicates; nullptr when there is none.
const Entry* find_entry(const Node& map, std::string_view key);

/// The text of a key; empty when the key is not there, or no name, or its value no text.
std::string_view scalar_at(const Node& map, std::string_view key);

/// Owns the nodes of one file. `root` is nullptr when the file could not be read; findings say why.
struct Tree {
  std::unique_ptr<std::pmr::monotonic_buffer_resource> memory;
  const Node* root = nullptr;
};

}  // namespace cpm::yaml
