// Codes 9xx: what the computer around cpm would not do.
#include "diag/catalog_tables.h"

namespace cpm::diag {
namespace {

constexpr CodeInfo kEnvironment[] = {
    {.code = 901,
     .name = "unreadable-file",
     .severity = Severity::error,
     .place = "every file",
     .summary = "a file that cannot be read",
     .explanation =
         "The file is there, but cannot be opened or read; the message says why, for instance that permission is "
         "missing. Nothing in it was checked. Ask for the right to read it, or name another file.",
     .basis = ""},
    {.code = 902,
     .name = "no-such-file",
     .severity = Severity::error,
     .place = "the command line",
     .summary = "a file or folder that does not exist",
     .explanation =
         "There is no file or folder of this name. Usually the name has a slip or the command was started in another "
         "folder. Correct the path; paths are looked up from the current folder.",
     .basis = ""},
    {.code = 904,
     .name = "nothing-to-check",
     .severity = Severity::error,
     .place = "the command line",
     .summary = "a path without any file for cpm",
     .explanation =
         "No file for cpm was found at this place, so nothing was checked; a check that passes because it looked at "
         "nothing would be worse than none. Name the folder of the county's repository, or write a first file with "
         "`cpm new`.",
     .basis = ""},
};

}  // namespace

std::span<const CodeInfo> environment_codes() {
  return kEnvironment;
}

}  // namespace cpm::diag
