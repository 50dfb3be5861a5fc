#include "base/system/descriptor.h"

#include <cerrno>
#include <cstring>
#include <string_view>

#include <unistd.h>

#include "base/text.h"

namespace cpm::base {
namespace {

struct ErrorWords {
  int number;
  std::string_view words;
};

constexpr ErrorWords kErrorWords[] = {
    {ENOENT, "no such file"},
    {EACCES, "permission denied"},
    {EPERM, "permission denied"},
    {EISDIR, "is a folder"},
    {ENOTDIR, "a part of the path is not a folder"},
    {ENOSPC, "no space left on the disk"},
    {EDQUOT, "no space left for this user"},
    {EROFS, "the disk can only be read"},
    {ELOOP, "a link leads back to itself"},
    {ENAMETOOLONG, "the name is too long"},
    {EMFILE, "too many files are open"},
    {ENFILE, "too many files are open"},
    {EFBIG, "the file would be too large"},
    {EPIPE, "the reader has stopped reading"},
    {EIO, "the disk cannot be read or written"},
};

}  // namespace

bool Descriptor::close_now() {
  const bool fine = number_ < 0 || ::close(number_) == 0;
  number_ = -1;
  return fine;
}

std::string words_for_error(int error) {
  for (const ErrorWords& row : kErrorWords)
    if (row.number == error) return std::string{row.words};
  return lower(std::strerror(error));
}

}  // namespace cpm::base
