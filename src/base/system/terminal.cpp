#include "base/system/terminal.h"

#include <cerrno>
#include <climits>
#include <cstdlib>
#include <ctime>
#include <ostream>

#include <poll.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include "base/files.h"
#include "base/system/descriptor.h"

namespace cpm::base {
namespace {

int descriptor_of(Stream stream) {
  return stream == Stream::out ? STDOUT_FILENO : STDERR_FILENO;
}

}  // namespace

bool is_terminal(Stream stream) {
  return ::isatty(descriptor_of(stream)) == 1;
}

std::size_t terminal_width(Stream stream) {
  winsize size{};
  return ::ioctl(descriptor_of(stream), TIOCGWINSZ, &size) == 0 ? size.ws_col : 0;
}

InputPiece read_input(std::optional<std::chrono::milliseconds> patience) {
  constexpr std::size_t kMost = 65536;
  pollfd asked{.fd = STDIN_FILENO, .events = POLLIN, .revents = 0};
  while (::poll(&asked, 1, patience ? static_cast<int>(patience->count()) : -1) < 0)
    if (errno != EINTR) return {.bytes = {}, .end = true};
  if (asked.revents == 0) return {};
  std::string bytes(kMost, '\0');
  ssize_t size = -1;
  do size = ::read(STDIN_FILENO, bytes.data(), bytes.size());
  while (size < 0 && errno == EINTR);
  bytes.resize(size > 0 ? static_cast<std::size_t>(size) : 0);
  return {.bytes = std::move(bytes), .end = size <= 0};
}

void write_out(std::ostream& out, std::string_view bytes) {
  errno = 0;
  out.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  out.flush();
  if (out.good() || errno == EPIPE) return;
  throw IoError("cannot write to standard output: " + words_for_error(errno));
}

std::string environment_variable(const char* name) {
  const char* const value = std::getenv(name);
  return value == nullptr ? std::string{} : std::string{value};
}

std::string program_folder() {
  std::string path(PATH_MAX, '\0');
  const ssize_t size = ::readlink("/proc/self/exe", path.data(), path.size());
  if (size <= 0 || static_cast<std::size_t>(size) == path.size()) return {};
  path.resize(static_cast<std::size_t>(size));
  return folder_of(path);
}

Date local_today() {
  const std::time_t now = std::time(nullptr);
  std::tm local{};
  ::localtime_r(&now, &local);
  return Date{std::chrono::year{local.tm_year + 1900}, std::chrono::month{static_cast<unsigned>(local.tm_mon) + 1},
              std::chrono::day{static_cast<unsigned>(local.tm_mday)}};
}

std::chrono::milliseconds steady_time() {
  return std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now().time_since_epoch());
}

}  // namespace cpm::base
