#pragma once
// Keys of a file inside a sentence of cpm: "add `outcome` to the objective". Each format shows them in its own way.
#include <string>
#include <string_view>

#include "report/document.h"

namespace cpm::render {

/// The text of a cell: `words` writes what is no key, `key` what is one.
template <class Words, class Key>
std::string with_keys(const report::Cell& cell, const Words& words, const Key& key) {
  if (!cell.has_keys) return words(cell.text);
  std::string all;
  std::string_view rest = cell.text;
  for (bool inside = false; !rest.empty(); inside = !inside) {
    const std::string part(rest.substr(0, rest.find('`')));
    if (!part.empty()) all += inside ? key(part) : words(part);
    rest.remove_prefix(part.size() < rest.size() ? part.size() + 1 : part.size());
  }
  return all;
}

}  // namespace cpm::render
