#include "base/system/disk.h"

#include <algorithm>
#include <cerrno>
#include <cstdlib>
#include <optional>

#include <dirent.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/system/descriptor.h"
#include "base/text.h"

// Writing is in disk_writing.cpp.
namespace cpm::base {
namespace {

// O_NONBLOCK: opening a pipe that nobody writes to must not wait.
constexpr int kReading = O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC;

FileReading unread(std::string problem) {
  return FileReading{.bytes = {}, .problem = std::move(problem), .too_large = false};
}

// At most `most` bytes; false when the disk fails. One read is enough for a file of the size that was expected.
bool read_up_to(int descriptor, std::size_t most, std::size_t expected, std::string& bytes) {
  constexpr std::size_t kLeast = 4096;
  bytes.reserve(std::min(most, expected + 1));
  while (bytes.size() < most) {
    const std::size_t old = bytes.size();
    const std::size_t room = std::min(most - old, std::max(bytes.capacity() - old, kLeast));
    bytes.resize(old + room);
    const ssize_t got = ::read(descriptor, bytes.data() + old, room);
    bytes.resize(old + (got > 0 ? static_cast<std::size_t>(got) : 0));
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) return false;
    if (got == 0 || (bytes.size() == expected && bytes.size() < old + room)) return true;
  }
  return true;
}

/// A name in a folder as the disk tells it; `type` is one of DT_…, which not all disks know.
struct Name {
  std::string text;
  unsigned char type = DT_UNKNOWN;
};

[[noreturn]] void cannot_list(const std::string& folder, const std::string& why) {
  throw IoError("cannot list the folder `" + visible(folder) + "`: " + why);
}

std::vector<Name> names_in(const std::string& folder) {
  DIR* const entries = ::opendir(folder.c_str());
  if (entries == nullptr)
    cannot_list(folder, errno == ENOENT    ? "no such folder"
                        : errno == ENOTDIR ? "is not a folder"
                                           : words_for_error(errno));
  std::vector<Name> names;
  errno = 0;
  while (const dirent* const entry = ::readdir(entries)) {
    const std::string_view name = entry->d_name;
    if (name != "." && name != "..") names.push_back({.text = std::string(name), .type = entry->d_type});
    errno = 0;
  }
  const int error = errno;
  ::closedir(entries);
  if (error != 0) cannot_list(folder, words_for_error(error));
  return names;
}

/// Nothing for links, and where the disk does not say.
std::optional<EntryKind> kind_of(unsigned char type) {
  if (type == DT_REG) return EntryKind::file;
  if (type == DT_DIR) return EntryKind::folder;
  if (type == DT_LNK || type == DT_UNKNOWN) return std::nullopt;
  return EntryKind::other;
}

/// What tells whether a file was written to between two looks.
bool same_file(const struct stat& a, const struct stat& b) {
  return a.st_size == b.st_size && a.st_mtim.tv_sec == b.st_mtim.tv_sec && a.st_mtim.tv_nsec == b.st_mtim.tv_nsec;
}

/// Nothing when the file changed meanwhile.
std::optional<FileReading> read_once(const std::string& path, std::size_t limit) {
  const Descriptor file{::open(path.c_str(), kReading)};
  if (!file.open()) return unread(errno == ENXIO ? "is not a regular file" : words_for_error(errno));
  struct stat before {};
  if (::fstat(file.number(), &before) != 0) return unread(words_for_error(errno));
  if (S_ISDIR(before.st_mode)) return unread("is a folder");
  if (!S_ISREG(before.st_mode)) return unread("is not a regular file");
  std::string bytes;
  const std::size_t most = limit < bytes.max_size() ? limit + 1 : limit;
  if (!read_up_to(file.number(), most, static_cast<std::size_t>(before.st_size), bytes))
    return unread(words_for_error(errno));
  struct stat after {};
  if (::fstat(file.number(), &after) != 0) return unread(words_for_error(errno));
  if (!same_file(before, after)) return std::nullopt;
  if (bytes.size() > limit)
    return FileReading{.bytes = {}, .problem = "is larger than " + counted(limit, "byte"), .too_large = true};
  return FileReading{.bytes = std::move(bytes), .problem = {}, .too_large = false};
}

}  // namespace

EntryKind Disk::kind(const std::string& path) const {
  struct stat status {};
  if (::stat(path.c_str(), &status) != 0) {
    const bool missing = errno == ENOENT || errno == ENOTDIR;
    // What cannot be looked at is left to `read`, which says why.
    return missing ? EntryKind::missing : EntryKind::file;
  }
  if (S_ISDIR(status.st_mode)) return EntryKind::folder;
  return S_ISREG(status.st_mode) ? EntryKind::file : EntryKind::other;
}

// A file that another program writes at the same moment is read again: half of its old and half of its new text would be
// judged as what nobody wrote.
FileReading Disk::read(const std::string& path, std::size_t limit) const {
  constexpr int kTries = 3;
  for (int tries = 0; tries < kTries; ++tries)
    if (std::optional<FileReading> reading = read_once(path, limit)) return std::move(*reading);
  return unread("another program is writing it; run this again when that is done");
}

std::string Disk::head(const std::string& path, std::size_t most) const {
  const Descriptor file{::open(path.c_str(), kReading)};
  struct stat status {};
  if (!file.open() || ::fstat(file.number(), &status) != 0 || !S_ISREG(status.st_mode)) return {};
  std::string bytes(most, '\0');
  const ssize_t got = ::read(file.number(), bytes.data(), most);
  bytes.resize(got > 0 ? static_cast<std::size_t>(got) : 0);
  return bytes;
}

std::vector<Entry> Disk::entries(const std::string& folder) const {
  std::vector<Entry> found;
  for (Name& name : names_in(folder)) {
    const std::optional<EntryKind> told = kind_of(name.type);
    const EntryKind kind = told ? *told : this->kind(folder + "/" + name.text);
    found.push_back({.name = std::move(name.text), .kind = kind, .link = !told});
  }
  std::ranges::sort(found, {}, &Entry::name);
  return found;
}

std::string Disk::real_path(const std::string& path) const {
  char* const resolved = ::realpath(path.c_str(), nullptr);
  if (resolved == nullptr) return path;
  std::string result = resolved;
  std::free(resolved);
  return result;
}

}  // namespace cpm::base
