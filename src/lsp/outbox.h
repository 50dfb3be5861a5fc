#pragma once
// What goes to the client: answers, notifications, and requests of the server's own with what is to be done with their answers.
#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <string_view>

#include "lsp/json.h"

namespace cpm::lsp {

class Outbox {
 public:
  void answer(const Json& id, Json result);
  void refuse(const Json& id, Problem problem, std::string_view message);
  void notify(std::string_view method, Json params);
  /// `then` gets the result; a client that refuses is not asked again.
  void ask(std::string_view method, Json params, std::function<void(const Json& result)> then = {});
  /// Takes the client's answer to a request of ours; others are passed over.
  void take_answer(const Json& message);

  /// What is to be written now.
  std::string take() { return std::move(bytes_); }

 private:
  void send(const Json& message);

  std::string bytes_;
  std::int64_t last_ = 0;
  std::map<std::int64_t, std::function<void(const Json&)>> asked_;
};

}  // namespace cpm::lsp
