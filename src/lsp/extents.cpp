#include "lsp/extents.h"

#include <algorithm>

namespace cpm::lsp {

std::vector<assist::Stretch> extents_of(const assist::Reading& reading) {
  const std::vector<assist::Part>& parts = reading.outline().parts;
  std::vector<assist::Stretch> extents(parts.size());
  for (std::size_t i = parts.size(); i-- > 1;) {
    extents[i].begin = parts[i].name.begin;
    extents[i].end = std::max({extents[i].end, parts[i].name.end, parts[i].value.end});
    assist::Stretch& above = extents[parts[i].above];
    above.end = std::max(above.end, extents[i].end);
  }
  extents[0] = {0, reading.bytes().size()};
  return extents;
}

std::size_t innermost(const std::vector<assist::Stretch>& extents, std::size_t byte) {
  std::size_t found = 0;
  for (std::size_t i = 1; i < extents.size() && extents[i].begin <= byte; ++i)
    if (extents[i].touches(byte)) found = i;
  return found;
}

RecordName record_name(const assist::Reading& reading, std::size_t part) {
  const format::Shape* const shape = reading.shape_of(part);
  if (shape == nullptr || shape->kind != format::ShapeKind::record) return {};
  const auto text = [&](std::string_view key) {
    const std::size_t at = key.empty() ? assist::kNone : reading.find(part, key);
    return at == assist::kNone ? std::string() : reading.text_of(at);
  };
  return {.id = text(shape->record->id_key), .title = text(shape->record->title_key)};
}

}  // namespace cpm::lsp
