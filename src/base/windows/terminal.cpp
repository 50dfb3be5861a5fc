#include "base/system/terminal.h"

#include <algorithm>
#include <condition_variable>
#include <deque>
#include <mutex>
#include <ostream>
#include <thread>

#include "base/files.h"
#include "base/system/disk.h"
#include "base/windows/console.h"
#include "base/windows/handle.h"
#include "base/windows/paths.h"
#include "base/windows/utf16.h"

namespace cpm::base {
namespace {

using std::chrono::milliseconds;

/// What comes of standard input. It can be read, but there is no waiting for it that works for pipes, files and consoles alike; so
/// a thread reads it, which lives as long as the program.
class Arrivals {
 public:
  Arrivals() {
    std::thread([this] { read_all(); }).detach();
  }

  InputPiece next(std::optional<milliseconds> patience) {
    std::unique_lock lock(mutex_);
    const auto something = [this] { return !pieces_.empty(); };
    if (!patience)
      there_.wait(lock, something);
    else if (!there_.wait_for(lock, *patience, something))
      return {};
    InputPiece piece = pieces_.front();
    if (!piece.end) pieces_.pop_front();
    return piece;
  }

 private:
  void read_all() {
    for (bool end = false; !end;) {
      InputPiece piece{.bytes = next_input()};
      end = piece.end = piece.bytes.empty();
      const std::lock_guard lock(mutex_);
      pieces_.push_back(std::move(piece));
      there_.notify_one();
    }
  }

  std::mutex mutex_;
  std::condition_variable there_;
  std::deque<InputPiece> pieces_;
};

}  // namespace

bool is_terminal(Stream stream) {
  return is_console(handle_of(stream));
}

std::size_t terminal_width(Stream stream) {
  CONSOLE_SCREEN_BUFFER_INFO info{};
  if (::GetConsoleScreenBufferInfo(handle_of(stream), &info) == 0) return 0;
  return static_cast<std::size_t>(std::max(info.srWindow.Right - info.srWindow.Left + 1, 0));
}

InputPiece read_input(std::optional<milliseconds> patience) {
  static Arrivals& arrivals = *new Arrivals;  // its thread may wait for more when the program ends
  return arrivals.next(patience);
}

void write_out(std::ostream& out, std::string_view bytes) {
  out.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  out.flush();
  if (out.good()) return;
  const auto* const output = dynamic_cast<const Output*>(out.rdbuf());
  const DWORD error = output == nullptr ? ERROR_IO_DEVICE : output->error();
  if (error_name(error) != "EPIPE") throw IoError("cannot write to standard output: " + words_for_error(error));
}

// A console that knows no escape sequences is like a terminal that calls itself dumb.
std::string environment_variable(const char* name) {
  if (std::string_view(name) == "TERM" && console_is_plain()) return "dumb";
  const std::wstring wide = utf16_of(name);
  std::wstring value(::GetEnvironmentVariableW(wide.c_str(), nullptr, 0), L'\0');
  value.resize(value.empty() ? 0
                             : ::GetEnvironmentVariableW(wide.c_str(), value.data(), static_cast<DWORD>(value.size())));
  return utf8_of(value);
}

std::string program_folder() {
  constexpr std::size_t kLongest = 32768;
  std::wstring path(kLongest, L'\0');
  path.resize(::GetModuleFileNameW(nullptr, path.data(), kLongest));
  // Behind links: a package manager puts one on the path, and keeps the program with what belongs to it elsewhere.
  return path.empty() ? std::string{} : folder_of(Disk{}.real_path(path_of_native(path)));
}

Date local_today() {
  SYSTEMTIME now{};
  ::GetLocalTime(&now);
  return Date{std::chrono::year{now.wYear}, std::chrono::month{now.wMonth}, std::chrono::day{now.wDay}};
}

milliseconds steady_time() {
  return std::chrono::duration_cast<milliseconds>(std::chrono::steady_clock::now().time_since_epoch());
}

}  // namespace cpm::base
