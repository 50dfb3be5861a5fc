#pragma once
// A text and one change of it: what it is then, or why not.
#include <string>
#include <string_view>

#include "edit/edit.h"

namespace cpm::test {

inline edit::Change change(edit::Action action, std::string_view path, std::string value = {},
                           std::string before = {}) {
  return {.action = action,
          .path = edit::parse_path(path).value_or(edit::Path{}),
          .value = std::move(value),
          .before = std::move(before)};
}

/// "refused: …" when it is refused.
inline std::string changed(const std::string& text, const edit::Change& change) {
  const diag::SourceFile file("f.yaml", text);
  const yaml::Limits limits;
  const auto result = edit::edited({.file = file, .id = 0, .limits = limits}, change);
  if (const auto* const refusal = std::get_if<edit::Refusal>(&result))
    return "refused: " + refusal->reason + " | " + refusal->help;
  return std::get<edit::Edited>(result).bytes;
}

inline std::string set(const std::string& text, std::string_view path, std::string value) {
  return changed(text, change(edit::Action::set, path, std::move(value)));
}

}  // namespace cpm::test
