#pragma once
// The standard streams: bytes as they are, and on a console the characters that they stand for, whatever its code page. For this
// folder only.
#include <streambuf>
#include <string>
#include <string_view>

#include <windows.h>

#include "base/system/terminal.h"

namespace cpm::base {

HANDLE handle_of(Stream stream);
bool is_console(HANDLE handle);

/// Colors on a console, which must be asked for; as it was before at the end. False from then on where it has none.
class Colors {
 public:
  explicit Colors(Stream stream);
  ~Colors();
  Colors(const Colors&) = delete;
  Colors& operator=(const Colors&) = delete;

 private:
  HANDLE console_;
  DWORD before_ = 0;
  bool changed_ = false;
};
/// Whether a console is there that would show escape sequences as they are.
bool console_is_plain();

/// The next bytes of standard input; empty at its end.
std::string next_input();

/// Holds nothing back but half of a character: cpm writes whole pages.
class Output : public std::streambuf {
 public:
  explicit Output(Stream stream) : handle_(handle_of(stream)), console_(is_console(handle_)) {}
  DWORD error() const { return error_; }

 protected:
  std::streamsize xsputn(const char* bytes, std::streamsize size) override;
  int_type overflow(int_type character) override;

 private:
  bool put(std::string_view bytes);
  bool put_characters(std::string_view bytes);

  HANDLE handle_;
  bool console_;
  std::string begun_;  ///< of a character
  DWORD error_ = 0;
};

class Input : public std::streambuf {
 protected:
  int_type underflow() override;

 private:
  std::string piece_;
};

}  // namespace cpm::base
