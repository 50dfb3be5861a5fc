#include "edit/path.h"

#include <algorithm>

namespace cpm::edit {
namespace {

/// Takes the part at the start of `rest` away; nothing when there is none.
std::optional<PathPart> take_part(std::string_view& rest) {
  PathPart part;
  if (rest.starts_with('[')) {
    const std::size_t end = rest.find(']');
    if (end == std::string_view::npos) return std::nullopt;
    part = {.text = std::string(rest.substr(1, end - 1)), .entry = true};
    rest.remove_prefix(end + 1);
  } else {
    const std::size_t end = std::min(rest.find_first_of(".["), rest.size());
    part = {.text = std::string(rest.substr(0, end))};
    rest.remove_prefix(end);
  }
  if (part.text.empty() || part.text.find(']') != std::string::npos) return std::nullopt;
  return part;
}

}  // namespace

std::optional<Path> parse_path(std::string_view text) {
  Path path;
  while (true) {
    std::optional<PathPart> part = take_part(text);
    if (!part) return std::nullopt;
    path.push_back(std::move(*part));
    if (text.empty()) return path;
    if (text.starts_with('[')) continue;
    if (!text.starts_with('.')) return std::nullopt;
    text.remove_prefix(1);
    if (text.starts_with('[')) return std::nullopt;
  }
}

std::string to_text(const Path& path) {
  std::string text;
  for (const PathPart& part : path) {
    if (part.entry)
      text.append("[").append(part.text).append("]");
    else
      text.append(text.empty() ? "" : ".").append(part.text);
  }
  return text;
}

}  // namespace cpm::edit
