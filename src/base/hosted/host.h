#pragma once
// What cpm asks of the program around it where it has no operating system of its own: Node, or a page in a browser. Everything
// in this folder stands upon this one question; npm/host.js answers it.
#include <string>
#include <string_view>
#include <vector>

namespace cpm::base {

/// The order is that of the answers in npm/host.js. Lists are texts with a NUL behind each.
enum class Ask {
  words,        ///< of the command line, behind the program's name: a list
  variable,     ///< the value of the variable `path`; empty when it is not set
  kind,         ///< number: EntryKind of `path`
  read,         ///< the file's bytes, at most `number`, else EFBIG; ENXIO: no regular file; EAGAIN: it is being written
  head,         ///< at most `number` bytes of a regular file's beginning
  entries,      ///< a list: EntryKind as a digit, 1 for a link else 0, the name
  real_path,    ///< with links resolved
  write,        ///< puts `bytes` in the file's place, whole or not at all; ENOENT is followed by a NUL and the folder
  append,       ///< adds `bytes` to its end
  make_folder,  ///< one; those above it exist
  program,      ///< `path`: its words; `bytes`: seconds of patience, NAME=value...; at most `number` bytes
  input,        ///< the next bytes of standard input, at most `number`; none at its end
  output,       ///< writes `bytes` to stream `number`: 1 or 2
  terminal,     ///< number: 0 when stream `number` is none, else 1 + its columns, as far as known
  today,        ///< number: the day in local time, as 20260331
  watch,        ///< number: milliseconds since any start
  own_folder,   ///< the folder that holds the program; empty where there is none
};

struct Answer {
  int number = 0;
  std::string bytes;
  std::string error;  ///< the POSIX name of what went wrong, such as ENOENT; empty when nothing did
};

Answer ask(Ask what, std::string_view path = {}, std::string_view bytes = {}, double number = 0);

/// The texts of a list.
std::vector<std::string> texts_of(std::string_view list);
/// "permission denied" for EACCES; the name itself where there are no words for it.
std::string words_for_error(std::string_view name);

}  // namespace cpm::base
