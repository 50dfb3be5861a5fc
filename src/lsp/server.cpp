#include "lsp/server.h"

#include <algorithm>
#include <exception>

#include <fmt/format.h>

#include "base/files.h"
#include "base/text.h"
#include "lsp/methods.h"

namespace cpm::lsp {
namespace {

constexpr std::string_view kProgressToken = "cpm-check";
constexpr std::size_t kManyRepositories = 3;
constexpr std::size_t kMostWaiting = 10000;

const Json& params_of(const Json& message) {
  static const Json none = Json::object();
  const Json* const params = find(message, "params");
  return params == nullptr ? none : *params;
}

bool is_id(const Json& id) {
  return id.is_number_integer() || id.is_string();
}

/// What the client is to tell of: every YAML file.
Json watchers() {
  Json list = Json::array();
  for (const char* const pattern : {"**/*.yaml", "**/*.yml"}) list.push_back({{"globPattern", pattern}});
  return {{"watchers", std::move(list)}};
}

}  // namespace

void Server::receive(std::string_view bytes) {
  framing_.take(bytes);
  while (!framing_.empty()) parse(framing_.next());
}

void Server::end() {
  if (!over_) over_ = 1;
}

void Server::parse(Framing::Message message) {
  if (!message.problem.empty()) return session_.outbox.refuse(nullptr, Problem::parse_error, message.problem);
  Json json = Json::parse(message.bytes, nullptr, false);
  if (json.is_discarded()) return session_.outbox.refuse(nullptr, Problem::parse_error, "this is no JSON");
  if (!json.is_object()) return session_.outbox.refuse(nullptr, Problem::invalid_request, "a message is one object");
  if (waiting_.size() >= kMostWaiting) step();
  waiting_.push_back(std::move(json));
}

bool Server::step() {
  if (over_) return false;
  if (!waiting_.empty()) {
    const Json message = std::move(waiting_.front());
    waiting_.pop_front();
    handle(message);
    return true;
  }
  return phase_ == Phase::open && check_something(Homes::Urgency::open);
}

bool Server::rest() {
  return phase_ == Phase::open && waiting_.empty() && check_something(Homes::Urgency::any);
}

void Server::handle(const Json& message) {
  const Json* const id = find(message, "id");
  const std::optional<std::string> method = text_at(message, "method");
  if (!method) {
    if (id != nullptr && (message.contains("result") || message.contains("error")))
      return session_.outbox.take_answer(message);
    return session_.outbox.refuse(id != nullptr && is_id(*id) ? *id : Json(), Problem::invalid_request,
                                  "a message has a `method`");
  }
  if (id == nullptr) return handle_notification(message, *method);
  if (!is_id(*id)) return session_.outbox.refuse(nullptr, Problem::invalid_request, "an id is a number or a text");
  handle_request(message, *method);
}

/// Has the client meanwhile sent word that it no longer wants the answer?
bool Server::was_canceled(const Json& id) {
  return std::ranges::any_of(waiting_, [&](const Json& message) {
    const Json* const canceled = find(message, "params.id");
    return text_at(message, "method") == "$/cancelRequest" && canceled != nullptr && *canceled == id;
  });
}

void Server::handle_request(const Json& message, const std::string& method) {
  const Json& id = message.at("id");
  try {
    if (was_canceled(id)) throw Refused(Problem::request_canceled, "the request was canceled");
    session_.outbox.answer(id, answer(method, params_of(message)));
  } catch (const Refused& refused) {
    session_.outbox.refuse(id, refused.problem(), refused.what());
  } catch (const base::IoError& error) {
    session_.outbox.refuse(id, Problem::request_failed, error.what());
  } catch (const std::exception& error) {
    session_.outbox.refuse(id, Problem::internal_error, error.what());
  }
}

Json Server::answer(const std::string& method, const Json& params) {
  if (method == "initialize") return begin(params);
  if (phase_ == Phase::waiting) throw Refused(Problem::not_initialized, "the first request is `initialize`");
  if (phase_ == Phase::shutting_down)
    throw Refused(Problem::invalid_request, "after `shutdown` only `exit` may follow");
  if (method == "shutdown") {
    phase_ = Phase::shutting_down;
    return nullptr;
  }
  const Method* const row = find_method(method);
  if (row == nullptr || row->answer == nullptr)
    throw Refused(Problem::method_not_found, fmt::format("there is no request {}", base::ticked(method)));
  return row->answer(session_, params);
}

Json Server::begin(const Json& params) {
  if (phase_ != Phase::waiting) throw Refused(Problem::invalid_request, "`initialize` comes once");
  if (!params.is_object()) throw Refused(Problem::invalid_params, "the params of `initialize` are an object");
  session_.client = client_of(params);
  phase_ = Phase::open;
  for (const std::string& folder : session_.client.folders) session_.homes.add_folder(folder);
  return {{"capabilities", capabilities_for(session_.client)},
          {"serverInfo", {{"name", "cpm"}, {"version", version_}}}};
}

void Server::begun() {
  if (!session_.client.watches_files) return;
  const Json registration = {
      {"id", "cpm-files"}, {"method", "workspace/didChangeWatchedFiles"}, {"registerOptions", watchers()}};
  session_.outbox.ask("client/registerCapability", {{"registrations", Json::array({registration})}});
}

/// Nobody waits for an answer: what cannot be followed is passed over, as the protocol asks.
void Server::handle_notification(const Json& message, const std::string& method) {
  if (method == "exit") {
    over_ = phase_ == Phase::shutting_down ? 0 : 1;
    return;
  }
  if (phase_ != Phase::open) return;
  if (method == "initialized") return begun();
  const Method* const row = find_method(method);
  if (row == nullptr || row->take == nullptr) return;
  try {
    row->take(session_, params_of(message));
  } catch (const Refused& refused) {
    session_.outbox.notify("window/logMessage",
                           {{"type", 2}, {"message", fmt::format("{}: {}", method, refused.what())}});
  } catch (const base::IoError& error) {
    session_.outbox.notify("window/logMessage", {{"type", 1}, {"message", error.what()}});
  }
}

/// Of a statewide folder the client hears how far it is.
bool Server::check_something(Homes::Urgency urgency) {
  const std::size_t stale = session_.homes.stale();
  if (progress_.empty() && stale > kManyRepositories && session_.client.shows_progress) begin_progress(stale);
  std::optional<Root> root;
  try {
    root = session_.homes.work(urgency);
  } catch (const std::exception& error) {
    session_.outbox.notify("window/logMessage", {{"type", 1}, {"message", error.what()}});
    return true;
  }
  if (root) report_progress("report", base::name_of(root->path));
  if (!progress_.empty() && !session_.homes.has_work()) {
    report_progress("end", {});
    progress_.clear();
    progress_agreed_ = false;
  }
  return root.has_value();
}

void Server::begin_progress(std::size_t repositories) {
  progress_ = kProgressToken;
  of_progress_ = repositories;
  session_.outbox.ask("window/workDoneProgress/create", {{"token", progress_}}, [this](const Json&) {
    progress_agreed_ = !progress_.empty();
    report_progress("begin", {});
  });
}

void Server::report_progress(std::string_view kind, std::string_view words) {
  constexpr std::size_t kPercent = 100;
  if (!progress_agreed_) return;
  Json value = {{"kind", std::string(kind)}};
  if (kind == "begin") value["title"] = "cpm check";
  if (!words.empty()) value["message"] = std::string(words);
  if (kind != "end") {
    const std::size_t left = std::min(session_.homes.stale(), of_progress_);
    value["percentage"] = of_progress_ == 0 ? kPercent : (of_progress_ - left) * kPercent / of_progress_;
  }
  session_.outbox.notify("$/progress", {{"token", progress_}, {"value", std::move(value)}});
}

}  // namespace cpm::lsp
