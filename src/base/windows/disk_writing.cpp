// Writing, so that a file is the old one or the new one, never half of it.
#include <algorithm>
#include <vector>

#include "base/system/disk.h"
#include "base/system/disk_stream.h"
#include "base/system/signals.h"
#include "base/text.h"
#include "base/windows/handle.h"
#include "base/windows/paths.h"

namespace cpm::base {
namespace {

constexpr DWORD kShare = FILE_SHARE_READ | FILE_SHARE_WRITE | FILE_SHARE_DELETE;

[[noreturn]] void cannot_write(const std::string& path, const std::string& why) {
  throw IoError("cannot write `" + visible(path) + "`: " + why);
}

[[noreturn]] void cannot_write_now(const std::string& path) {
  cannot_write(path, words_for_error(::GetLastError()));
}

bool write_all(HANDLE file, std::string_view bytes) {
  constexpr std::size_t kPiece = std::size_t{1} << 26U;
  while (!bytes.empty()) {
    DWORD put = 0;
    const auto size = static_cast<DWORD>(std::min(bytes.size(), kPiece));
    if (::WriteFile(file, bytes.data(), size, &put, nullptr) == 0) return false;
    bytes.remove_prefix(put);
  }
  return true;
}

/// What a write goes to. `straight`: a device, where nothing can be renamed.
struct Target {
  std::string path;  ///< with links resolved, and the names that the disk has
  bool straight = false;
  bool exists = false;
};

// Opened as for writing and removing it: a file that may not be changed stays as it is, even where its folder would allow a new
// one in its place, and one that another program holds is told before anything is written.
Handle open_to_replace(const std::wstring& native) {
  return Handle{::CreateFileW(native.c_str(), GENERIC_WRITE | DELETE, kShare, nullptr, OPEN_EXISTING, 0, nullptr)};
}

void check_attributes(const std::string& path, DWORD attributes) {
  if (attributes == INVALID_FILE_ATTRIBUTES) return;
  if ((attributes & FILE_ATTRIBUTE_DIRECTORY) != 0) cannot_write(path, "it is a folder; name a file");
  if ((attributes & FILE_ATTRIBUTE_READONLY) != 0) cannot_write(path, words_for_error(ERROR_ACCESS_DENIED));
}

Target writing_target(const std::string& path) {
  if (const std::string why = refused_name(path); !why.empty()) cannot_write(path, why);
  const std::wstring native = native_path(path);
  const DWORD attributes = ::GetFileAttributesW(native.c_str());
  check_attributes(path, attributes);
  const Handle file = open_to_replace(native);
  if (!file.open()) {
    if (error_name(::GetLastError()) != "ENOENT") cannot_write_now(path);
    if (attributes != INVALID_FILE_ATTRIBUTES) cannot_write(path, "it is a link to a file that is not there");
    return {.path = path, .straight = false, .exists = false};
  }
  const bool straight = ::GetFileType(file.get()) != FILE_TYPE_DISK;
  const std::string real = final_path(file);
  return {.path = real.empty() ? path : real, .straight = straight, .exists = true};
}

void write_straight(const std::string& path, std::string_view bytes) {
  Handle file{::CreateFileW(native_path(path).c_str(), GENERIC_WRITE, kShare, nullptr, OPEN_EXISTING, 0, nullptr)};
  if (!file.open() || !write_all(file.get(), bytes) || !file.close()) cannot_write_now(path);
}

/// Why nothing can be written below a folder that is not there: perhaps a part of its path is a file.
std::string why_no_folder(const std::string& folder) {
  for (std::string at = folder;; at = folder_of(at)) {
    const DWORD attributes = ::GetFileAttributesW(native_path(at).c_str());
    const bool there = attributes != INVALID_FILE_ATTRIBUTES;
    if (there && (attributes & FILE_ATTRIBUTE_DIRECTORY) == 0) return words_for_error(ERROR_DIRECTORY);
    if (there || folder_of(at) == at) return "there is no folder `" + visible(folder) + "`";
  }
}

std::string six_letters() {
  static std::uint64_t state = ::GetTickCount64() * 4096 + ::GetCurrentProcessId();
  std::string letters;
  for (int i = 0; i < 6; ++i) {
    state = state * 6364136223846793005U + 1442695040888963407U;
    letters += static_cast<char>('a' + (state >> 33U) % 26);
  }
  return letters;
}

std::string temporary_name(const std::string& target) {
  constexpr std::size_t kLongestName = 200;  // leaves room for the ending below the 255 characters of a name
  return folder_of(target) + "/." + std::string{name_of(target).substr(0, kLongestName)} + "." + six_letters();
}

/// While it is set, the file goes away with its last handle: nothing is left when cpm ends before its time.
bool set_passing(const Handle& file, bool passing) {
  FILE_DISPOSITION_INFO state{};
  state.DeleteFile = passing;
  return ::SetFileInformationByHandle(file.get(), FileDispositionInfo, &state, sizeof state) != 0;
}

/// Who may do what with the old file, for the new one. Disks without such rights have nothing to pass on.
bool pass_on_rights(const std::wstring& from, const std::wstring& to) {
  DWORD size = 0;
  ::GetFileSecurityW(from.c_str(), DACL_SECURITY_INFORMATION, nullptr, 0, &size);
  std::vector<std::byte> rights(size);
  if (size == 0 || ::GetFileSecurityW(from.c_str(), DACL_SECURITY_INFORMATION, rights.data(), size, &size) == 0)
    return true;
  return ::SetFileSecurityW(to.c_str(), DACL_SECURITY_INFORMATION, rights.data()) != 0 ||
         ::GetLastError() != ERROR_ACCESS_DENIED;
}

/// Virus scanners and indexers open what is new for a moment; then it is tried again, for about two seconds.
bool moved(const std::wstring& from, const std::wstring& to) {
  constexpr DWORD kFirstNap = 10;
  constexpr DWORD kLastNap = 1000;
  for (DWORD nap = kFirstNap;; nap *= 2) {
    if (::MoveFileExW(from.c_str(), to.c_str(), MOVEFILE_REPLACE_EXISTING | MOVEFILE_WRITE_THROUGH) != 0) return true;
    const DWORD error = ::GetLastError();
    if ((error != ERROR_ACCESS_DENIED && error != ERROR_SHARING_VIOLATION) || nap > kLastNap) return false;
    ::Sleep(nap);
  }
}

/// A new file in the folder of the target, which takes its place.
class NewFile {
 public:
  NewFile(const std::string& path, Target target) : path_(path), target_(std::move(target)) { open(); }
  ~NewFile() {
    if (!name_.empty() && (!passing_ || !file_.open())) {
      file_.close();
      ::DeleteFileW(name_.c_str());
    }
  }
  NewFile(const NewFile&) = delete;
  NewFile& operator=(const NewFile&) = delete;

  void add(std::string_view bytes) {
    if (!write_all(file_.get(), bytes)) cannot_write_now(path_);
  }

  void take_place() {
    const std::wstring target = native_path(target_.path);
    const bool fine = ::FlushFileBuffers(file_.get()) != 0 && (!passing_ || set_passing(file_, false)) &&
                      file_.close() && (!target_.exists || take_after(target)) && moved(name_, target);
    if (!fine) cannot_write_now(path_);
    name_.clear();
  }

 private:
  void open() {
    do {
      name_ = native_path(temporary_name(target_.path));
      file_ = Handle{
          ::CreateFileW(name_.c_str(), GENERIC_WRITE | DELETE, 0, nullptr, CREATE_NEW, FILE_ATTRIBUTE_NORMAL, nullptr)};
    } while (!file_.open() && ::GetLastError() == ERROR_FILE_EXISTS);
    if (!file_.open()) {
      const DWORD error = ::GetLastError();
      name_.clear();
      cannot_write(path_,
                   error_name(error) == "ENOENT" ? why_no_folder(folder_of(target_.path)) : words_for_error(error));
    }
    passing_ = set_passing(file_, true);
  }

  /// Rights and attributes, such as hidden.
  bool take_after(const std::wstring& target) const {
    const DWORD attributes = ::GetFileAttributesW(target.c_str());
    if (attributes != INVALID_FILE_ATTRIBUTES) ::SetFileAttributesW(name_.c_str(), attributes);
    return pass_on_rights(target, name_);
  }

  std::string path_;
  Target target_;
  Handle file_;
  std::wstring name_;  ///< of the new file, as long as it has one of its own
  bool passing_ = false;
};

}  // namespace

void Disk::write(const std::string& path, std::string_view bytes) {
  const Target target = writing_target(path);
  if (target.straight) return write_straight(path, bytes);
  const HoldSignals until_written;
  NewFile file(path, target);
  file.add(bytes);
  file.take_place();
}

std::unique_ptr<FileStream> Disk::stream(const std::string& path) {
  const Target target = writing_target(path);
  if (target.straight) return Files::stream(path);
  return std::make_unique<DiskStream<NewFile>>(path, target);
}

void Disk::append(const std::string& path, std::string_view bytes) {
  if (const std::string why = refused_name(path); !why.empty()) cannot_write(path, why);
  Handle file{::CreateFileW(native_path(path).c_str(), FILE_APPEND_DATA, kShare, nullptr, OPEN_ALWAYS,
                            FILE_ATTRIBUTE_NORMAL, nullptr)};
  if (!file.open() || !write_all(file.get(), bytes) || !file.close()) cannot_write_now(path);
}

void Disk::make_folder(const std::string& path) {
  std::string why = refused_name(path);
  if (why.empty()) {
    const std::wstring native = native_path(path);
    if (::CreateDirectoryW(native.c_str(), nullptr) != 0) return;
    DWORD error = ::GetLastError();
    if (error == ERROR_PATH_NOT_FOUND && folder_of(path) != path) {
      make_folder(folder_of(path));
      if (::CreateDirectoryW(native.c_str(), nullptr) != 0) return;
    }
    if (kind(path) == EntryKind::folder) return;
    why = error == ERROR_ALREADY_EXISTS ? "there is a file of that name" : words_for_error(error);
  }
  throw IoError("cannot make the folder `" + visible(path) + "`: " + why);
}

}  // namespace cpm::base
