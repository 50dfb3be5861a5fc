#pragma once
// Binds rows of a field table to members of the model: `field<&model::Step::due>("due", Need::may, kDate, "…")`.
#include <optional>
#include <type_traits>
#include <vector>

#include "format/decoder.h"
#include "format/shapes.h"
#include "model/common.h"

namespace cpm::format {

inline void read_value(Decoder& decoder, const yaml::Node& node, const Shape& shape, diag::LocatedText& out) {
  decoder.read_text(node, shape, out);
}
inline void read_value(Decoder& decoder, const yaml::Node& node, const Shape&, model::LocatedDate& out) {
  decoder.read_date(node, out);
}
inline void read_value(Decoder& decoder, const yaml::Node& node, const Shape&, model::LocatedTimeframe& out) {
  decoder.read_timeframe(node, out);
}
inline void read_value(Decoder& decoder, const yaml::Node& node, const Shape& shape, model::LocatedWhole& out) {
  decoder.read_whole(node, shape, out);
}
inline void read_value(Decoder& decoder, const yaml::Node& node, const Shape&, model::LocatedDecimal& out) {
  decoder.read_decimal(node, out);
}
inline void read_value(Decoder& decoder, const yaml::Node& node, const Shape&, model::LocatedFlag& out) {
  decoder.read_flag(node, out);
}
inline void read_value(Decoder& decoder, const yaml::Node& node, const Shape& shape, model::Heading& out) {
  decoder.read_text(node, shape, out.format);
}

template <class E>
requires std::is_enum_v<E>
void read_value(Decoder& decoder, const yaml::Node& node, const Shape& shape, diag::Located<E>& out) {
  const int index = decoder.read_choice(node, shape);
  if (index >= 0) out = {static_cast<E>(index), node.span, true};
}

template <class R>
requires requires(R& record) {
  record.span;
}
void read_value(Decoder& decoder, const yaml::Node& node, const Shape& shape, R& out) {
  out.span = node.span;
  decoder.read_record(node, *shape.record, &out);
}

template <class T>
void read_value(Decoder& decoder, const yaml::Node& node, const Shape& shape, std::optional<T>& out) {
  read_value(decoder, node, shape, out.emplace());
}

template <class T>
void read_value(Decoder& decoder, const yaml::Node& node, const Shape& shape, std::vector<T>& out) {
  if (!decoder.is_list(node, shape)) return;
  out.reserve(node.items.size());
  const Decoder::Place list = decoder.place();
  for (const yaml::Node* item : node.items) {
    out.emplace_back();
    decoder.enter_entry(list);
    read_value(decoder, *item, *shape.element, out.back());
  }
}

template <class T>
void read_value(Decoder& decoder, const yaml::Node& node, const Shape& shape, std::vector<model::Keyed<T>>& out) {
  if (!decoder.is_map(node, shape)) return;
  out.reserve(node.entries.size());
  const Decoder::Place map = decoder.place();
  for (const yaml::Entry& entry : node.entries) {
    out.emplace_back();
    decoder.enter_entry(map);
    decoder.read_text(*entry.key, *shape.key, out.back().key);
    decoder.enter_named(*entry.key);
    read_value(decoder, *entry.value, *shape.element, out.back().value);
  }
}

template <class R, class M>
R record_type_of(M R::*);

template <auto Member>
void read_member(Decoder& decoder, const yaml::Node& node, const Shape& shape, void* record) {
  using R = decltype(record_type_of(Member));
  read_value(decoder, node, shape, static_cast<R*>(record)->*Member);
}

template <auto Member>
constexpr Field field(std::string_view name, Need need, const Shape& shape, std::string_view about,
                      std::string_view example = {}, std::string_view fallback = {}) {
  return Field{.name = name,
               .need = need,
               .shape = &shape,
               .about = about,
               .example = example,
               .fallback = fallback,
               .read = &read_member<Member>};
}

/// A key that must not be there, with the code of its own finding.
constexpr Field never(std::string_view name, const Shape& shape, diag::Code code, std::string_view about) {
  return Field{.name = name,
               .need = Need::never,
               .shape = &shape,
               .about = about,
               .example = {},
               .read = nullptr,
               .never_code = code};
}

}  // namespace cpm::format
