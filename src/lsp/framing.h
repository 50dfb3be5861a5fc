#pragma once
// Messages in a stream of bytes: a header with `Content-Length`, a blank line, the message. Goes on behind what it cannot take.
#include <cstddef>
#include <deque>
#include <string>
#include <string_view>

namespace cpm::lsp {

class Framing {
 public:
  /// Longer messages are passed over without being kept.
  static constexpr std::size_t kLongest = std::size_t{64} << 20;

  struct Message {
    std::string bytes;
    std::string problem = {};  ///< not empty: why the bytes of the client are no message
  };

  void take(std::string_view bytes);
  bool empty() const { return messages_.empty(); }
  Message next();
  /// Those that are waiting, the next one first.
  const std::deque<Message>& waiting() const { return messages_; }

 private:
  bool read_header();
  bool read_body();
  void fail(std::string problem) { messages_.push_back({.bytes = {}, .problem = std::move(problem)}); }

  std::string bytes_;   ///< what has not been read yet
  std::size_t at_ = 0;  ///< of them, where reading goes on
  bool in_body_ = false;
  std::size_t wanted_ = 0;   ///< bytes of the body
  std::size_t skipped_ = 0;  ///< bytes still to come of a body that is too long
  std::deque<Message> messages_;
};

/// With its header.
std::string framed(std::string_view message);

}  // namespace cpm::lsp
