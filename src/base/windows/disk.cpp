#include "base/system/disk.h"

#include <algorithm>
#include <optional>

#include "base/text.h"
#include "base/windows/handle.h"
#include "base/windows/paths.h"
#include "base/windows/utf16.h"

// Writing is in disk_writing.cpp.
namespace cpm::base {
namespace {

constexpr DWORD kShareAll = FILE_SHARE_READ | FILE_SHARE_WRITE | FILE_SHARE_DELETE;

FileReading unread(std::string problem) {
  return FileReading{.bytes = {}, .problem = std::move(problem), .too_large = false};
}

/// Opens folders, too, so that they can be told from files.
Handle opened(const std::string& path, DWORD rights) {
  return Handle{::CreateFileW(native_path(path).c_str(), rights, kShareAll, nullptr, OPEN_EXISTING,
                              FILE_FLAG_BACKUP_SEMANTICS, nullptr)};
}

bool is_missing(DWORD error) {
  return error_name(error) == "ENOENT" || error_name(error) == "ENOTDIR";
}

EntryKind kind_by(DWORD attributes) {
  return (attributes & FILE_ATTRIBUTE_DIRECTORY) != 0 ? EntryKind::folder : EntryKind::file;
}

bool is_regular(HANDLE file) {
  return ::GetFileType(file) == FILE_TYPE_DISK;
}

EntryKind kind_of_open(const Handle& file) {
  BY_HANDLE_FILE_INFORMATION status{};
  if (!is_regular(file.get())) return EntryKind::other;
  return ::GetFileInformationByHandle(file.get(), &status) != 0 ? kind_by(status.dwFileAttributes) : EntryKind::file;
}

/// At most `most` bytes; false when the disk fails. One read is enough for a file of the size that was expected.
bool read_up_to(HANDLE file, std::size_t most, std::size_t expected, std::string& bytes) {
  constexpr std::size_t kLeast = 4096;
  constexpr std::size_t kPiece = std::size_t{1} << 30U;
  bytes.reserve(std::min(most, expected + 1));
  while (bytes.size() < most) {
    const std::size_t old = bytes.size();
    const std::size_t room = std::min({most - old, std::max(bytes.capacity() - old, kLeast), kPiece});
    bytes.resize(old + room);
    DWORD got = 0;
    const bool fine = ::ReadFile(file, bytes.data() + old, static_cast<DWORD>(room), &got, nullptr) != 0;
    bytes.resize(old + got);
    if (!fine) return false;
    if (got == 0 || (bytes.size() == expected && got < room)) return true;
  }
  return true;
}

std::size_t size_of(const BY_HANDLE_FILE_INFORMATION& status) {
  return (std::size_t{status.nFileSizeHigh} << 32U) | status.nFileSizeLow;
}

/// What tells whether a file was written to between two looks.
bool same_file(const BY_HANDLE_FILE_INFORMATION& a, const BY_HANDLE_FILE_INFORMATION& b) {
  return size_of(a) == size_of(b) && ::CompareFileTime(&a.ftLastWriteTime, &b.ftLastWriteTime) == 0;
}

/// Nothing when the file changed meanwhile.
std::optional<FileReading> read_once(const std::string& path, std::size_t limit) {
  const Handle file = opened(path, GENERIC_READ);
  if (!file.open()) return unread(words_for_error(::GetLastError()));
  if (!is_regular(file.get())) return unread("is not a regular file");
  BY_HANDLE_FILE_INFORMATION before{};
  BY_HANDLE_FILE_INFORMATION after{};
  if (::GetFileInformationByHandle(file.get(), &before) == 0) return unread(words_for_error(::GetLastError()));
  if (kind_by(before.dwFileAttributes) == EntryKind::folder) return unread("is a folder");
  std::string bytes;
  const std::size_t most = limit < bytes.max_size() ? limit + 1 : limit;
  if (!read_up_to(file.get(), most, size_of(before), bytes) || ::GetFileInformationByHandle(file.get(), &after) == 0)
    return unread(words_for_error(::GetLastError()));
  if (!same_file(before, after)) return std::nullopt;
  if (bytes.size() > limit)
    return FileReading{.bytes = {}, .problem = "is larger than " + counted(limit, "byte"), .too_large = true};
  return FileReading{.bytes = std::move(bytes), .problem = {}, .too_large = false};
}

/// Closes a search at the end of a block.
class NameSearch {
 public:
  explicit NameSearch(const std::string& folder)
      : handle_(::FindFirstFileExW((native_path(folder + "/") + L"*").c_str(), FindExInfoBasic, &found_,
                                   FindExSearchNameMatch, nullptr, FIND_FIRST_EX_LARGE_FETCH)) {}
  ~NameSearch() {
    if (open()) ::FindClose(handle_);
  }
  NameSearch(const NameSearch&) = delete;
  NameSearch& operator=(const NameSearch&) = delete;

  bool open() const { return handle_ != INVALID_HANDLE_VALUE; }
  const WIN32_FIND_DATAW& found() const { return found_; }
  bool next() { return ::FindNextFileW(handle_, &found_) != 0; }

 private:
  WIN32_FIND_DATAW found_{};
  HANDLE handle_;
};

[[noreturn]] void cannot_list(const std::string& folder, const std::string& why) {
  throw IoError("cannot list the folder `" + visible(folder) + "`: " + why);
}

/// Links and junctions; not the files that a cloud service fetches when they are read.
bool is_link(const WIN32_FIND_DATAW& found) {
  return (found.dwFileAttributes & FILE_ATTRIBUTE_REPARSE_POINT) != 0 &&
         (found.dwReserved0 == IO_REPARSE_TAG_SYMLINK || found.dwReserved0 == IO_REPARSE_TAG_MOUNT_POINT);
}

Entry entry_of(const WIN32_FIND_DATAW& found) {
  return {.name = utf8_of(found.cFileName), .kind = kind_by(found.dwFileAttributes), .link = is_link(found)};
}

/// An empty drive has not even "." and "..".
std::vector<Entry> entries_in(const std::string& folder) {
  NameSearch search(folder);
  std::vector<Entry> found;
  bool more = search.open();
  for (; more; more = search.next())
    if (const std::wstring_view name = search.found().cFileName; name != L"." && name != L"..")
      found.push_back(entry_of(search.found()));
  const DWORD error = ::GetLastError();
  if (error != ERROR_NO_MORE_FILES && error != ERROR_FILE_NOT_FOUND) cannot_list(folder, words_for_error(error));
  return found;
}

}  // namespace

// What cannot be looked at is left to `read`, which says why.
EntryKind Disk::kind(const std::string& path) const {
  if (!refused_name(path).empty()) return EntryKind::missing;
  const Handle file = opened(path, FILE_READ_ATTRIBUTES);
  if (file.open()) return kind_of_open(file);
  return is_missing(::GetLastError()) ? EntryKind::missing : EntryKind::file;
}

// A file that another program writes at the same moment is read again: half of its old and half of its new text would be
// judged as what nobody wrote.
FileReading Disk::read(const std::string& path, std::size_t limit) const {
  constexpr int kTries = 3;
  if (std::string why = refused_name(path); !why.empty()) return unread(std::move(why));
  for (int tries = 0; tries < kTries; ++tries)
    if (std::optional<FileReading> reading = read_once(path, limit)) return std::move(*reading);
  return unread("another program is writing it; run this again when that is done");
}

std::string Disk::head(const std::string& path, std::size_t most) const {
  std::string bytes;
  if (!refused_name(path).empty()) return bytes;
  const Handle file = opened(path, GENERIC_READ);
  if (file.open() && kind_of_open(file) == EntryKind::file && !read_up_to(file.get(), most, most, bytes)) bytes.clear();
  return bytes;
}

std::vector<Entry> Disk::entries(const std::string& folder) const {
  const EntryKind kind = this->kind(folder);
  if (kind == EntryKind::missing) cannot_list(folder, "no such folder");
  if (kind != EntryKind::folder) cannot_list(folder, "is not a folder");
  std::vector<Entry> found = entries_in(folder);
  for (Entry& entry : found)
    if (entry.link) entry.kind = this->kind(folder + "/" + entry.name);
  std::ranges::sort(found, {}, &Entry::name);
  return found;
}

/// Also with its names as the disk has them: `plans` for PLANS.
std::string Disk::real_path(const std::string& path) const {
  if (!refused_name(path).empty()) return path;
  const Handle file = opened(path, FILE_READ_ATTRIBUTES);
  std::string real = file.open() ? final_path(file) : std::string{};
  return real.empty() ? path : real;
}

}  // namespace cpm::base
