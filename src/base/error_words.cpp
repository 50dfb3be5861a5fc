#include "base/error_words.h"

namespace cpm::base {
namespace {

struct ErrorWords {
  std::string_view name;
  std::string_view words;
};

constexpr ErrorWords kErrorWords[] = {
    {"ENOENT", "no such file"},
    {"EACCES", "permission denied"},
    {"EPERM", "permission denied"},
    {"EISDIR", "is a folder"},
    {"ENOTDIR", "a part of the path is not a folder"},
    {"ENOSPC", "no space left on the disk"},
    {"EDQUOT", "no space left for this user"},
    {"EROFS", "the disk can only be read"},
    {"ELOOP", "a link leads back to itself"},
    {"ENAMETOOLONG", "the name is too long"},
    {"EMFILE", "too many files are open"},
    {"ENFILE", "too many files are open"},
    {"EFBIG", "the file would be too large"},
    {"EPIPE", "the reader has stopped reading"},
    {"EIO", "the disk cannot be read or written"},
    {"EBUSY", "another program is using it"},
    {"ETXTBSY", "another program is using it"},
};

}  // namespace

std::string_view words_for_error_name(std::string_view name) {
  for (const ErrorWords& row : kErrorWords)
    if (row.name == name) return row.words;
  return {};
}

}  // namespace cpm::base
