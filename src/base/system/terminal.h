#pragma once
// The terminal, standard output, the environment and the clock of this process, and where its program is.
#include <chrono>
#include <cstddef>
#include <iosfwd>
#include <optional>
#include <string>
#include <string_view>

#include "base/date.h"

namespace cpm::base {

enum class Stream { out, error };

bool is_terminal(Stream stream);
/// Columns of the terminal behind the stream; 0 when there is none, or it does not say.
std::size_t terminal_width(Stream stream);

/// What came of standard input.
struct InputPiece {
  std::string bytes;
  bool end = false;  ///< nothing more will come
};
/// The next bytes of standard input, without any when none come in that time; nothing: waits until some come, or its end. Not to
/// be mixed with std::cin. A system that cannot tell whether something is there says that nothing is.
InputPiece read_input(std::optional<std::chrono::milliseconds> patience);

/// Writes and flushes. A reader that has stopped reading is no failure; any other throws IoError with its reason.
void write_out(std::ostream& out, std::string_view bytes);

/// Of the environment; empty when it is not set.
std::string environment_variable(const char* name);
/// The folder that holds this program; empty when the system does not tell.
std::string program_folder();
/// The day in local time.
Date local_today();
/// Runs evenly from any start.
std::chrono::milliseconds steady_time();

}  // namespace cpm::base
