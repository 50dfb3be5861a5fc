#include "base/system/terminal.h"

#include <iostream>
#include <streambuf>

#include "base/files.h"
#include "base/hosted/host.h"
#include "base/hosted/streams.h"

namespace cpm::base {
namespace {

int number_of(Stream stream) {
  return stream == Stream::out ? 1 : 2;
}

class Input : public std::streambuf {
 protected:
  int_type underflow() override {
    constexpr double kPiece = 65536;
    piece_ = ask(Ask::input, {}, {}, kPiece).bytes;
    setg(piece_.data(), piece_.data(), piece_.data() + piece_.size());
    return piece_.empty() ? traits_type::eof() : traits_type::to_int_type(piece_.front());
  }

 private:
  std::string piece_;
};

/// Holds nothing back: cpm writes whole pages.
class Output : public std::streambuf {
 public:
  explicit Output(Stream stream) : stream_(stream) {}
  const std::string& error() const { return error_; }

 protected:
  std::streamsize xsputn(const char* bytes, std::streamsize size) override {
    error_ = ask(Ask::output, {}, {bytes, static_cast<std::size_t>(size)}, number_of(stream_)).error;
    return error_.empty() ? size : 0;
  }

  int_type overflow(int_type character) override {
    const char byte = traits_type::to_char_type(character);
    return xsputn(&byte, 1) == 1 ? character : traits_type::eof();
  }

 private:
  Stream stream_;
  std::string error_;
};

}  // namespace

struct HostedStreams::Buffers {
  Input in;
  Output out{Stream::out};
  Output error{Stream::error};
  std::streambuf* in_before = std::cin.rdbuf(&in);
  std::streambuf* out_before = std::cout.rdbuf(&out);
  std::streambuf* error_before = std::cerr.rdbuf(&error);
};

HostedStreams::HostedStreams() : buffers_(std::make_unique<Buffers>()) {}

HostedStreams::~HostedStreams() {
  std::cin.rdbuf(buffers_->in_before);
  std::cout.rdbuf(buffers_->out_before);
  std::cerr.rdbuf(buffers_->error_before);
}

bool is_terminal(Stream stream) {
  return ask(Ask::terminal, {}, {}, number_of(stream)).number > 0;
}

std::size_t terminal_width(Stream stream) {
  const int number = ask(Ask::terminal, {}, {}, number_of(stream)).number;
  return number > 0 ? static_cast<std::size_t>(number - 1) : 0;
}

/// The host cannot tell whether something is there.
InputPiece read_input(std::optional<std::chrono::milliseconds> patience) {
  constexpr double kPiece = 65536;
  if (patience) return {};
  InputPiece piece{.bytes = ask(Ask::input, {}, {}, kPiece).bytes};
  piece.end = piece.bytes.empty();
  return piece;
}

void write_out(std::ostream& out, std::string_view bytes) {
  out.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  out.flush();
  if (out.good()) return;
  const auto* const buffer = dynamic_cast<const Output*>(out.rdbuf());
  const std::string error = buffer == nullptr ? "EIO" : buffer->error();
  if (error != "EPIPE") throw IoError("cannot write to standard output: " + words_for_error(error));
}

std::string environment_variable(const char* name) {
  return ask(Ask::variable, name).bytes;
}

std::string program_folder() {
  return ask(Ask::own_folder).bytes;
}

Date local_today() {
  const int day = ask(Ask::today).number;
  return Date{std::chrono::year{day / 10000}, std::chrono::month{static_cast<unsigned>(day / 100 % 100)},
              std::chrono::day{static_cast<unsigned>(day % 100)}};
}

std::chrono::milliseconds steady_time() {
  return std::chrono::milliseconds{ask(Ask::watch).number};
}

}  // namespace cpm::base
