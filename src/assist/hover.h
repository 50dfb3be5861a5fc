#pragma once
// What stands at a place of a text: the meaning of a field or a choice, the title behind an id, an item's prompt and anchors.
#include <optional>
#include <string>

#include "assist/around.h"
#include "assist/reading.h"

namespace cpm::assist {

struct Hover {
  Stretch word;      ///< what it is about
  std::string text;  ///< Markdown
};

/// `at`: the byte of the pointer. Nothing where there is nothing to say.
std::optional<Hover> hover_at(const Reading& reading, std::size_t at, Around& around);

/// `{"from","to","text"}`, or `null`.
std::string hover_json(const std::optional<Hover>& hover);

}  // namespace cpm::assist
