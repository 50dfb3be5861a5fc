#include "cli/context.h"

#include <chrono>
#include <cstdlib>
#include <ctime>
#include <iostream>

#include <sys/ioctl.h>
#include <unistd.h>

namespace cpm::cli {
namespace {

std::size_t terminal_width(int descriptor) {
  winsize size{};
  return ::ioctl(descriptor, TIOCGWINSZ, &size) == 0 ? size.ws_col : 0;
}

std::string variable(const char* name) {
  const char* const value = std::getenv(name);
  return value == nullptr ? std::string{} : std::string{value};
}

base::Date today() {
  const std::time_t now = std::time(nullptr);
  std::tm local{};
  ::localtime_r(&now, &local);
  return base::Date{std::chrono::year{local.tm_year + 1900},
                    std::chrono::month{static_cast<unsigned>(local.tm_mon) + 1},
                    std::chrono::day{static_cast<unsigned>(local.tm_mday)}};
}

std::chrono::milliseconds watch() {
  return std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now().time_since_epoch());
}

// Giving back the memory of a state's files, piece by piece, takes longer than reading a county's; the system does it at once.
void keep_to_the_end(std::unique_ptr<format::Loaded> loaded) {
  [[maybe_unused]] static const format::Loaded* kept = nullptr;
  kept = loaded.release();
}

}  // namespace

Environment system_environment(base::Files& files) {
  const bool out_is_terminal = ::isatty(STDOUT_FILENO) == 1;
  const bool err_is_terminal = ::isatty(STDERR_FILENO) == 1;
  const std::size_t width = terminal_width(out_is_terminal ? STDOUT_FILENO : STDERR_FILENO);
  return Environment{.files = files,
                     .in = std::cin,
                     .out = std::cout,
                     .err = std::cerr,
                     .out_is_terminal = out_is_terminal,
                     .err_is_terminal = err_is_terminal,
                     .width = width,
                     .variable = variable,
                     .today = today,
                     .from_git = read_from_git,
                     .watch = watch,
                     .take_over = keep_to_the_end};
}

}  // namespace cpm::cli
