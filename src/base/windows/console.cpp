#include "base/windows/console.h"

#include <algorithm>

#include "base/windows/utf16.h"

namespace cpm::base {
namespace {

constexpr std::size_t kInputPiece = 65536;

bool plain_console = false;

/// What somebody typed, with its line end; Ctrl+Z at the beginning of a line is the end.
std::string typed_line(HANDLE console) {
  constexpr DWORD kMost = 8192;
  std::wstring line(kMost, L'\0');
  DWORD got = 0;
  if (::ReadConsoleW(console, line.data(), kMost, &got, nullptr) == 0) return {};
  line.resize(got);
  return line.starts_with(L'\x1A') ? std::string{} : utf8_of(line);
}

}  // namespace

HANDLE handle_of(Stream stream) {
  return ::GetStdHandle(stream == Stream::out ? STD_OUTPUT_HANDLE : STD_ERROR_HANDLE);
}

bool is_console(HANDLE handle) {
  DWORD mode = 0;
  return ::GetConsoleMode(handle, &mode) != 0;
}

Colors::Colors(Stream stream) : console_(handle_of(stream)) {
  if (::GetConsoleMode(console_, &before_) == 0) return;
  changed_ = ::SetConsoleMode(console_, before_ | ENABLE_PROCESSED_OUTPUT | ENABLE_VIRTUAL_TERMINAL_PROCESSING) != 0;
  plain_console = plain_console || !changed_;
}

Colors::~Colors() {
  if (changed_) ::SetConsoleMode(console_, before_);
}

bool console_is_plain() {
  return plain_console;
}

std::string next_input() {
  const HANDLE input = ::GetStdHandle(STD_INPUT_HANDLE);
  if (is_console(input)) return typed_line(input);
  std::string bytes(kInputPiece, '\0');
  DWORD got = 0;
  const bool fine = ::ReadFile(input, bytes.data(), static_cast<DWORD>(bytes.size()), &got, nullptr) != 0;
  bytes.resize(fine ? got : 0);
  return bytes;
}

std::streamsize Output::xsputn(const char* bytes, std::streamsize size) {
  const std::string_view text{bytes, static_cast<std::size_t>(size)};
  error_ = 0;
  const bool fine = console_ ? put_characters(text) : put(text);
  if (!fine) error_ = ::GetLastError();
  return fine ? size : 0;
}

Output::int_type Output::overflow(int_type character) {
  if (traits_type::eq_int_type(character, traits_type::eof())) return traits_type::not_eof(character);
  const char byte = traits_type::to_char_type(character);
  return xsputn(&byte, 1) == 1 ? character : traits_type::eof();
}

bool Output::put(std::string_view bytes) {
  constexpr std::size_t kMost = std::size_t{1} << 26U;
  while (!bytes.empty()) {
    DWORD done = 0;
    const auto size = static_cast<DWORD>(std::min(bytes.size(), kMost));
    if (::WriteFile(handle_, bytes.data(), size, &done, nullptr) == 0) return false;
    bytes.remove_prefix(done);
  }
  return true;
}

bool Output::put_characters(std::string_view bytes) {
  constexpr std::size_t kMost = 8192;  // at a time
  const std::string text = begun_.append(bytes);
  const std::size_t whole = text.size() - unfinished_bytes(text);
  begun_ = text.substr(whole);
  const std::wstring wide = utf16_of(std::string_view(text).substr(0, whole));
  for (std::size_t at = 0; at < wide.size();) {
    DWORD done = 0;
    const auto size = static_cast<DWORD>(std::min(wide.size() - at, kMost));
    if (::WriteConsoleW(handle_, wide.data() + at, size, &done, nullptr) == 0) return false;
    at += done;
  }
  return true;
}

Input::int_type Input::underflow() {
  piece_ = next_input();
  setg(piece_.data(), piece_.data(), piece_.data() + piece_.size());
  return piece_.empty() ? traits_type::eof() : traits_type::to_int_type(piece_.front());
}

}  // namespace cpm::base
