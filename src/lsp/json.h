#pragma once
// Messages as JSON, and reading what a client sent: whatever is missing or of another type is a refusal, never a surprise.
#include <cstdint>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>

#include <nlohmann/json.hpp>

namespace cpm::lsp {

using Json = nlohmann::json;

/// Of the protocol.
enum class Problem : int {
  parse_error = -32700,
  invalid_request = -32600,
  method_not_found = -32601,
  invalid_params = -32602,
  internal_error = -32603,
  not_initialized = -32002,
  request_canceled = -32800,
  request_failed = -32803,
};

/// A request that gets an error for its answer.
class Refused : public std::runtime_error {
 public:
  Refused(Problem problem, const std::string& message) : std::runtime_error(message), problem_(problem) {}
  Problem problem() const { return problem_; }

 private:
  Problem problem_;
};

/// What stands behind keys, "textDocument.uri"; nullptr where nothing does.
const Json* find(const Json& object, std::string_view path);
/// `true` there, and nothing else.
bool says_yes(const Json& object, std::string_view path);
/// A text there, or nothing.
std::optional<std::string> text_at(const Json& object, std::string_view path);

// The same where it must be there: else Refused as invalid params.
const Json& need(const Json& object, std::string_view path);
std::string need_text(const Json& object, std::string_view path);
std::int64_t need_number(const Json& object, std::string_view path);
const Json& need_list(const Json& object, std::string_view path);

/// On one line; bytes that are not UTF-8 are replaced.
std::string bytes_of(const Json& message);

}  // namespace cpm::lsp
