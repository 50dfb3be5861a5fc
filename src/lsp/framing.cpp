#include "lsp/framing.h"

#include <algorithm>
#include <charconv>
#include <optional>

#include <fmt/format.h>

#include "base/text.h"

namespace cpm::lsp {
namespace {

constexpr std::size_t kLongestHeader = 4096;
constexpr std::string_view kLengthName = "content-length:";

/// The number of bytes that the lines of a header announce.
std::optional<std::size_t> announced_length(std::string_view header) {
  for (const std::string_view line : base::split(header, '\n')) {
    if (!base::lower(line.substr(0, kLengthName.size())).starts_with(kLengthName)) continue;
    const std::string_view number = base::trimmed(line.substr(kLengthName.size()));
    std::size_t length = 0;
    const auto [end, error] = std::from_chars(number.data(), number.data() + number.size(), length);
    if (error != std::errc() || end != number.data() + number.size()) return std::nullopt;
    return length;
  }
  return std::nullopt;
}

/// Where a header ends and where what follows begins; lines may end in a line feed alone.
struct HeaderEnd {
  std::size_t end = std::string_view::npos;
  std::size_t next = 0;
};

HeaderEnd header_end(std::string_view bytes) {
  const std::size_t proper = bytes.find("\r\n\r\n");
  const std::size_t bare = bytes.find("\n\n");
  if (proper <= bare && proper != std::string_view::npos) return {.end = proper, .next = proper + 4};
  if (bare != std::string_view::npos) return {.end = bare, .next = bare + 2};
  return {};
}

}  // namespace

void Framing::take(std::string_view bytes) {
  const std::size_t passed = std::min(skipped_, bytes.size());
  skipped_ -= passed;
  bytes_.append(bytes.substr(passed));
  while (in_body_ ? read_body() : read_header()) {}
  bytes_.erase(0, at_);
  at_ = 0;
}

Framing::Message Framing::next() {
  Message message = std::move(messages_.front());
  messages_.pop_front();
  return message;
}

bool Framing::read_header() {
  const std::string_view rest = std::string_view(bytes_).substr(at_);
  const HeaderEnd header = header_end(rest);
  if (header.end == std::string_view::npos) {
    if (rest.size() > kLongestHeader) {
      fail("a header is longer than any message needs");
      at_ = bytes_.size();
    }
    return false;
  }
  at_ += header.next;
  const std::optional<std::size_t> length = announced_length(rest.substr(0, header.end));
  if (!length) {
    fail("a header has no `Content-Length` with the number of bytes that follow");
    return true;
  }
  if (*length > kLongest) {
    fail(fmt::format("a message is longer than {} bytes", kLongest));
    const std::size_t here = std::min(*length, bytes_.size() - at_);
    at_ += here;
    skipped_ = *length - here;
    return true;
  }
  wanted_ = *length;
  in_body_ = true;
  return true;
}

bool Framing::read_body() {
  if (bytes_.size() - at_ < wanted_) return false;
  messages_.push_back({.bytes = bytes_.substr(at_, wanted_)});
  at_ += wanted_;
  in_body_ = false;
  return true;
}

std::string framed(std::string_view message) {
  return fmt::format("Content-Length: {}\r\n\r\n{}", message.size(), message);
}

}  // namespace cpm::lsp
