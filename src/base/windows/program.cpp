#include "base/system/program.h"

#include <iostream>

#include "base/system/signals.h"
#include "base/windows/command_line.h"
#include "base/windows/console.h"

namespace cpm::base {

struct Program::Streams {
  Colors out_colors{Stream::out};
  Colors error_colors{Stream::error};
  Input in;
  Output out{Stream::out};
  Output error{Stream::error};
  std::streambuf* in_before = std::cin.rdbuf(&in);
  std::streambuf* out_before = std::cout.rdbuf(&out);
  std::streambuf* error_before = std::cerr.rdbuf(&error);
};

// The words of main() are in the code page of the system; those of the command line are whole.
Program::Program(int, char**) : words_(words_of(::GetCommandLineW())), streams_(std::make_unique<Streams>()) {
  turn_signals_into_errors();
}

Program::~Program() {
  std::cin.rdbuf(streams_->in_before);
  std::cout.rdbuf(streams_->out_before);
  std::cerr.rdbuf(streams_->error_before);
}

}  // namespace cpm::base
