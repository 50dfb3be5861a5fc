#include "lsp/json.h"

#include <fmt/format.h>

namespace cpm::lsp {
namespace {

[[noreturn]] void is_wrong(std::string_view path, std::string_view what) {
  throw Refused(Problem::invalid_params, fmt::format("`{}` must be {}", path, what));
}

}  // namespace

const Json* find(const Json& object, std::string_view path) {
  const Json* at = &object;
  while (!path.empty()) {
    const std::string_view key = path.substr(0, path.find('.'));
    path.remove_prefix(std::min(path.size(), key.size() + 1));
    if (!at->is_object()) return nullptr;
    const auto found = at->find(std::string(key));
    if (found == at->end()) return nullptr;
    at = &*found;
  }
  return at;
}

bool says_yes(const Json& object, std::string_view path) {
  const Json* const at = find(object, path);
  return at != nullptr && at->is_boolean() && at->get<bool>();
}

std::optional<std::string> text_at(const Json& object, std::string_view path) {
  const Json* const at = find(object, path);
  return at != nullptr && at->is_string() ? std::optional(at->get<std::string>()) : std::nullopt;
}

const Json& need(const Json& object, std::string_view path) {
  const Json* const at = find(object, path);
  if (at == nullptr) is_wrong(path, "there");
  return *at;
}

std::string need_text(const Json& object, std::string_view path) {
  std::optional<std::string> text = text_at(object, path);
  if (!text) is_wrong(path, "a text");
  return std::move(*text);
}

std::int64_t need_number(const Json& object, std::string_view path) {
  const Json& at = need(object, path);
  if (!at.is_number_integer()) is_wrong(path, "a whole number");
  return at.get<std::int64_t>();
}

const Json& need_list(const Json& object, std::string_view path) {
  const Json& at = need(object, path);
  if (!at.is_array()) is_wrong(path, "a list");
  return at;
}

std::string bytes_of(const Json& message) {
  return message.dump(-1, ' ', false, Json::error_handler_t::replace);
}

}  // namespace cpm::lsp
