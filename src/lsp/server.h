#pragma once
// The language server: bytes of a client come in, bytes for it go out. One message, or one piece of work that nobody waits for,
// at a time; whatever a client sends, the server answers as the protocol says and goes on.
#include <deque>
#include <optional>
#include <string>
#include <string_view>

#include "lsp/framing.h"
#include "lsp/session.h"

namespace cpm::lsp {

class Server {
 public:
  /// `version`: that of cpm. All must outlive the server.
  Server(Engine& engine, Documents& documents, std::string version)
      : session_(engine, documents), version_(std::move(version)) {}

  void receive(std::string_view bytes);
  /// The stream has ended.
  void end();
  /// One step: a message, or the check of a repository that somebody works in. False when there is nothing more to do.
  bool step();
  /// The same for repositories that nobody has a file open of; they can wait until nobody types.
  bool rest();
  bool has_rest() const { return phase_ == Phase::open && session_.homes.has_work(); }
  /// What is to be written now.
  std::string take_output() { return session_.outbox.take(); }
  /// The exit status, when it is over: 0 after `shutdown`, else 1.
  std::optional<int> over() const { return over_; }
  const Session& session() const { return session_; }

 private:
  enum class Phase { waiting, open, shutting_down };

  void parse(Framing::Message message);
  void handle(const Json& message);
  void handle_request(const Json& message, const std::string& method);
  void handle_notification(const Json& message, const std::string& method);
  Json answer(const std::string& method, const Json& params);
  Json begin(const Json& params);
  void begun();
  bool was_canceled(const Json& id);
  bool check_something(Homes::Urgency urgency);
  void begin_progress(std::size_t repositories);
  void report_progress(std::string_view kind, std::string_view words);

  Session session_;
  std::string version_;
  Framing framing_;
  std::deque<Json> waiting_;
  Phase phase_ = Phase::waiting;
  std::optional<int> over_;
  std::string progress_ = {};     ///< the token of what is being told of; empty: nothing is
  bool progress_agreed_ = false;  ///< the client has said that it will show it
  std::size_t of_progress_ = 0;   ///< repositories to be checked when it began
};

}  // namespace cpm::lsp
