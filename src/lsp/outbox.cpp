#include "lsp/outbox.h"

#include "lsp/framing.h"

namespace cpm::lsp {

void Outbox::send(const Json& message) {
  bytes_ += framed(bytes_of(message));
}

void Outbox::answer(const Json& id, Json result) {
  send({{"jsonrpc", "2.0"}, {"id", id}, {"result", std::move(result)}});
}

void Outbox::refuse(const Json& id, Problem problem, std::string_view message) {
  send({{"jsonrpc", "2.0"},
        {"id", id},
        {"error", {{"code", static_cast<int>(problem)}, {"message", std::string(message)}}}});
}

void Outbox::notify(std::string_view method, Json params) {
  send({{"jsonrpc", "2.0"}, {"method", std::string(method)}, {"params", std::move(params)}});
}

void Outbox::ask(std::string_view method, Json params, std::function<void(const Json&)> then) {
  asked_[++last_] = std::move(then);
  Json message = {{"jsonrpc", "2.0"}, {"id", last_}, {"method", std::string(method)}};
  if (!params.is_null()) message["params"] = std::move(params);
  send(message);
}

void Outbox::take_answer(const Json& message) {
  const Json* const id = find(message, "id");
  if (id == nullptr || !id->is_number_integer()) return;
  const auto asked = asked_.find(id->get<std::int64_t>());
  if (asked == asked_.end()) return;
  const std::function<void(const Json&)> then = std::move(asked->second);
  asked_.erase(asked);
  const Json* const result = find(message, "result");
  if (then && result != nullptr) then(*result);
}

}  // namespace cpm::lsp
