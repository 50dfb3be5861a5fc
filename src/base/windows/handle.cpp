#include "base/windows/handle.h"

#include <string_view>

#include "base/error_words.h"
#include "base/windows/paths.h"

namespace cpm::base {
namespace {

constexpr DWORD kDiskQuotaExceeded = 1295;  // the headers of mingw-w64 10 lack it

struct ErrorName {
  DWORD error;
  std::string_view name;
};

constexpr ErrorName kErrorNames[] = {
    {ERROR_FILE_NOT_FOUND, "ENOENT"},
    {ERROR_PATH_NOT_FOUND, "ENOENT"},
    {ERROR_INVALID_NAME, "ENOENT"},
    {ERROR_BAD_PATHNAME, "ENOENT"},
    {ERROR_INVALID_DRIVE, "ENOENT"},
    {ERROR_NOT_READY, "ENOENT"},
    {ERROR_BAD_NETPATH, "ENOENT"},
    {ERROR_BAD_NET_NAME, "ENOENT"},
    {ERROR_ACCESS_DENIED, "EACCES"},
    {ERROR_PRIVILEGE_NOT_HELD, "EACCES"},
    {ERROR_NETWORK_ACCESS_DENIED, "EACCES"},
    {ERROR_SHARING_VIOLATION, "EBUSY"},
    {ERROR_LOCK_VIOLATION, "EBUSY"},
    {ERROR_USER_MAPPED_FILE, "EBUSY"},
    {ERROR_DELETE_PENDING, "EBUSY"},
    {ERROR_DISK_FULL, "ENOSPC"},
    {ERROR_HANDLE_DISK_FULL, "ENOSPC"},
    {kDiskQuotaExceeded, "EDQUOT"},
    {ERROR_WRITE_PROTECT, "EROFS"},
    {ERROR_FILENAME_EXCED_RANGE, "ENAMETOOLONG"},
    {ERROR_TOO_MANY_OPEN_FILES, "EMFILE"},
    {ERROR_FILE_TOO_LARGE, "EFBIG"},
    {ERROR_DIRECTORY, "ENOTDIR"},
    {ERROR_CANT_RESOLVE_FILENAME, "ELOOP"},
    {ERROR_BROKEN_PIPE, "EPIPE"},
    {ERROR_NO_DATA, "EPIPE"},
    {ERROR_PIPE_NOT_CONNECTED, "EPIPE"},
    {ERROR_CRC, "EIO"},
    {ERROR_SEEK, "EIO"},
    {ERROR_GEN_FAILURE, "EIO"},
    {ERROR_IO_DEVICE, "EIO"},
    {ERROR_UNEXP_NET_ERR, "EIO"},
    {ERROR_NETNAME_DELETED, "EIO"},
};

}  // namespace

std::string final_path(const Handle& file) {
  std::wstring path(MAX_PATH, L'\0');
  while (true) {
    const auto room = static_cast<DWORD>(path.size());
    const DWORD size = ::GetFinalPathNameByHandleW(file.get(), path.data(), room, FILE_NAME_NORMALIZED);
    const bool fits = size < room;
    path.resize(size);
    if (fits) return path_of_native(path);
  }
}

std::string error_name(DWORD error) {
  for (const ErrorName& row : kErrorNames)
    if (row.error == error) return std::string{row.name};
  return {};
}

std::string words_for_error(DWORD error) {
  const std::string_view words = words_for_error_name(error_name(error));
  return words.empty() ? "Windows says error " + std::to_string(error) : std::string{words};
}

}  // namespace cpm::base
