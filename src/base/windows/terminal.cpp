#include "base/system/terminal.h"

#include <algorithm>
#include <ostream>

#include "base/files.h"
#include "base/windows/console.h"
#include "base/windows/handle.h"
#include "base/windows/paths.h"
#include "base/windows/utf16.h"

namespace cpm::base {
namespace {

using std::chrono::milliseconds;

enum class Waiting { nothing, something, unknown };

/// A file always has something, if only its end.
Waiting look_at(HANDLE input) {
  const DWORD type = ::GetFileType(input);
  DWORD there = 0;
  if (type == FILE_TYPE_CHAR)
    return ::WaitForSingleObject(input, 0) == WAIT_OBJECT_0 ? Waiting::something : Waiting::nothing;
  if (type != FILE_TYPE_PIPE || ::PeekNamedPipe(input, nullptr, 0, nullptr, &there, nullptr) == 0)
    return Waiting::unknown;
  return there > 0 ? Waiting::something : Waiting::nothing;
}

/// A pipe cannot be waited for, only looked at again and again.
bool comes_in_time(milliseconds patience) {
  constexpr milliseconds kNap{5};
  const HANDLE input = ::GetStdHandle(STD_INPUT_HANDLE);
  const milliseconds end = steady_time() + patience;
  while (look_at(input) == Waiting::nothing) {
    const milliseconds left = end - steady_time();
    if (left <= milliseconds{0}) return false;
    ::Sleep(static_cast<DWORD>(std::min(left, kNap).count()));
  }
  return true;
}

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
  if (patience && !comes_in_time(*patience)) return {};
  InputPiece piece{.bytes = next_input()};
  piece.end = piece.bytes.empty();
  return piece;
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
  return path.empty() ? std::string{} : folder_of(path_of_native(path));
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
