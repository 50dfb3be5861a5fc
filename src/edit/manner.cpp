#include "edit/manner.h"

#include <optional>

namespace cpm::edit {
namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

class Look {
 public:
  explicit Look(std::string_view bytes) : bytes_(bytes) {}

  void at(const yaml::Node& node) {
    if (node.kind == yaml::Kind::scalar) {
      // A text with one sort of quotes in it stands in the other sort, whatever the writer likes.
      const bool single_at_will = node.text.find_first_of("\"\\") == std::string_view::npos;
      if (node.style == yaml::Style::single_quoted && single_at_will) ++single_;
      if (node.style == yaml::Style::double_quoted) ++double_;
    }
    for (const yaml::Entry& entry : node.entries) {
      below_key(*entry.key, *entry.value);
      at(*entry.value);
    }
    for (const yaml::Node* const item : node.items) {
      if (!node.flow && item->kind == yaml::Kind::map && !item->flow) keep(behind_dash_, column(*item), column(node));
      at(*item);
    }
  }

  Manner manner() const {
    Manner manner;
    manner.step = step_.value_or(manner.step);
    manner.dash = dash_.value_or(manner.dash);
    manner.behind_dash = behind_dash_.value_or(manner.behind_dash);
    if (single_ > double_) manner.quote = '\'';
    const std::size_t end = bytes_.find('\n');
    if (end != std::string_view::npos && end > 0 && bytes_[end - 1] == '\r') manner.line_end = "\r\n";
    return manner;
  }

 private:
  std::size_t column(const yaml::Node& node) const { return column_of(bytes_, node.span.begin); }

  static void keep(std::optional<std::size_t>& seen, std::size_t inner, std::size_t outer) {
    if (!seen && inner >= outer) seen = inner - outer;
  }

  void below_key(const yaml::Node& key, const yaml::Node& value) {
    if (value.flow) return;
    if (value.kind == yaml::Kind::map) keep(step_, column(value), column(key));
    if (value.kind == yaml::Kind::list) keep(dash_, column(value), column(key));
  }

  std::string_view bytes_;
  std::optional<std::size_t> step_;
  std::optional<std::size_t> dash_;
  std::optional<std::size_t> behind_dash_;
  std::size_t single_ = 0;
  std::size_t double_ = 0;
};

}  // namespace

Manner manner_of(std::string_view bytes, const yaml::Node& root) {
  Look look(bytes);
  look.at(root);
  return look.manner();
}

std::size_t column_of(std::string_view bytes, std::size_t at) {
  const std::size_t begin = at == 0 ? std::string_view::npos : bytes.rfind('\n', at - 1);
  if (begin != std::string_view::npos) return at - begin - 1;
  return bytes.starts_with(kByteOrderMark) ? at - kByteOrderMark.size() : at;
}

}  // namespace cpm::edit
