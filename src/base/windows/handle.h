#pragma once
// An open thing of Windows, closed at the end of a block, and the words for what Windows says went wrong. For this folder only.
#include <string>
#include <utility>

#include <windows.h>

namespace cpm::base {

class Handle {
 public:
  Handle() = default;
  explicit Handle(HANDLE handle) : handle_(handle == INVALID_HANDLE_VALUE ? nullptr : handle) {}
  Handle(Handle&& other) noexcept : handle_(std::exchange(other.handle_, nullptr)) {}
  Handle& operator=(Handle&& other) noexcept {
    std::swap(handle_, other.handle_);
    return *this;
  }
  ~Handle() { close(); }

  bool open() const { return handle_ != nullptr; }
  HANDLE get() const { return handle_; }
  /// Some disks report a failed write only here.
  bool close() {
    const HANDLE handle = std::exchange(handle_, nullptr);
    return handle == nullptr || ::CloseHandle(handle) != 0;
  }

 private:
  HANDLE handle_ = nullptr;
};

/// Where an open file is, links resolved: "C:/Users/team/plan.yaml"; empty when Windows does not tell.
std::string final_path(const Handle& file);

/// ERROR_DISK_FULL → "ENOSPC"; empty for errors that do not occur with files.
std::string error_name(DWORD error);
/// ERROR_DISK_FULL → "no space left on the disk"
std::string words_for_error(DWORD error);

}  // namespace cpm::base
