#include "base/files.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <cstring>
#include <optional>

#include <dirent.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/text.h"

namespace cpm::base {
namespace {

// Closes a descriptor at the end of a block.
class Descriptor {
 public:
  explicit Descriptor(int number) : number_(number) {}
  ~Descriptor() { close_now(); }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;

  bool open() const { return number_ >= 0; }
  int number() const { return number_; }
  // Some file systems report a failed write only here.
  bool close_now() {
    const bool fine = number_ < 0 || ::close(number_) == 0;
    number_ = -1;
    return fine;
  }

 private:
  int number_;
};

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

std::string words_for(int error) {
  for (const ErrorWords& row : kErrorWords)
    if (row.number == error) return std::string{row.words};
  return lower(std::strerror(error));
}

FileReading unread(std::string problem) {
  return FileReading{.bytes = {}, .problem = std::move(problem), .too_large = false};
}

[[noreturn]] void cannot_write(const std::string& path, const std::string& why) {
  throw IoError("cannot write `" + visible(path) + "`: " + why);
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

bool write_all(int descriptor, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t put = ::write(descriptor, bytes.data(), bytes.size());
    if (put < 0 && errno == EINTR) continue;
    if (put < 0) return false;
    bytes.remove_prefix(static_cast<std::size_t>(put));
  }
  return true;
}

// What a write goes to. `straight`: a pipe, a terminal, /dev/null or a file already open, where nothing can be renamed.
struct Target {
  std::string path;
  bool straight = false;
  bool exists = false;
  mode_t mode = 0;
};

std::string link_text(const std::string& path) {
  std::array<char, 4096> text{};
  const ssize_t size = ::readlink(path.c_str(), text.data(), text.size());
  return size > 0 ? std::string(text.data(), static_cast<std::size_t>(size)) : std::string{};
}

// Follows links by hand, so that a link to a file that does not exist yet works too. The path is joined as text only:
// taking ".." away would be wrong behind a linked folder.
Target final_target(const std::string& path) {
  constexpr int kMostLinks = 40;
  Target target{.path = path, .straight = false, .exists = false, .mode = 0};
  for (int links = 0; links < kMostLinks; ++links) {
    if (target.path.starts_with("/proc/") || target.path.starts_with("/dev/fd/")) {
      target.path = path;
      target.straight = true;
      return target;
    }
    const std::string next = link_text(target.path);
    if (next.empty()) return target;
    target.path = next.front() == '/' ? next : folder_of(target.path) + "/" + next;
  }
  cannot_write(path, words_for(ELOOP));
}

Target writing_target(const std::string& path) {
  Target target = final_target(path);
  struct stat status {};
  if (::stat(path.c_str(), &status) != 0) {
    if (errno != ENOENT) cannot_write(path, words_for(errno));
    return target;
  }
  if (S_ISDIR(status.st_mode)) cannot_write(path, "it is a folder; name a file");
  const bool device = S_ISCHR(status.st_mode) || S_ISFIFO(status.st_mode);
  if (!device && !S_ISREG(status.st_mode)) cannot_write(path, "it is not a regular file");
  // A file that may not be written stays as it is, even where its folder would allow a new one in its place.
  if (::faccessat(AT_FDCWD, path.c_str(), W_OK, AT_EACCESS) != 0) cannot_write(path, words_for(errno));
  target.straight = target.straight || device;
  target.exists = true;
  target.mode = status.st_mode & 0777;
  return target;
}

void write_straight(const std::string& path, std::string_view bytes) {
  Descriptor file{::open(path.c_str(), O_WRONLY | O_APPEND | O_NOCTTY | O_CLOEXEC)};
  if (!file.open() || !write_all(file.number(), bytes) || !file.close_now()) cannot_write(path, words_for(errno));
}

// The umask can only be read by setting it.
mode_t mode_for_new_file() {
  const mode_t mask = ::umask(0);
  ::umask(mask);
  return 0666 & ~mask;
}

std::string temporary_pattern(const std::string& target) {
  constexpr std::size_t kLongestName = 200;  // leaves room for the ending below the 255 bytes of a name
  return folder_of(target) + "/." + std::string{name_of(target).substr(0, kLongestName)} + ".XXXXXX";
}

bool synced(int descriptor) {
  return ::fsync(descriptor) == 0 || errno == EINVAL || errno == ENOTSUP;
}

// Holds back the signals that end a program, from a person or a timer, until the temporary file is gone.
class Undisturbed {
 public:
  Undisturbed() {
    sigset_t ending;
    sigemptyset(&ending);
    for (const int signal : {SIGINT, SIGTERM, SIGHUP, SIGQUIT, SIGALRM, SIGXCPU}) sigaddset(&ending, signal);
    pthread_sigmask(SIG_BLOCK, &ending, &before_);
  }
  ~Undisturbed() { pthread_sigmask(SIG_SETMASK, &before_, nullptr); }
  Undisturbed(const Undisturbed&) = delete;
  Undisturbed& operator=(const Undisturbed&) = delete;

 private:
  sigset_t before_{};
};

void write_beside(const std::string& path, const Target& target, std::string_view bytes) {
  const Undisturbed undisturbed;
  std::string temporary = temporary_pattern(target.path);
  Descriptor file{::mkostemp(temporary.data(), O_CLOEXEC)};
  if (!file.open()) {
    const bool no_folder = errno == ENOENT;
    cannot_write(path, no_folder ? "there is no folder `" + visible(folder_of(target.path)) + "`" : words_for(errno));
  }
  const mode_t mode = target.exists ? target.mode : mode_for_new_file();
  const bool fine = write_all(file.number(), bytes) && ::fchmod(file.number(), mode) == 0 && synced(file.number()) &&
                    file.close_now() && ::rename(temporary.c_str(), target.path.c_str()) == 0;
  if (fine) return;
  const int error = errno;
  ::unlink(temporary.c_str());
  cannot_write(path, words_for(error));
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
    cannot_list(folder, errno == ENOENT ? "no such folder" : errno == ENOTDIR ? "is not a folder" : words_for(errno));
  std::vector<Name> names;
  errno = 0;
  while (const dirent* const entry = ::readdir(entries)) {
    const std::string_view name = entry->d_name;
    if (name != "." && name != "..") names.push_back({.text = std::string(name), .type = entry->d_type});
    errno = 0;
  }
  const int error = errno;
  ::closedir(entries);
  if (error != 0) cannot_list(folder, words_for(error));
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
  const Descriptor file{::open(path.c_str(), O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC)};
  if (!file.open()) return unread(errno == ENXIO ? "is not a regular file" : words_for(errno));
  struct stat before {};
  if (::fstat(file.number(), &before) != 0) return unread(words_for(errno));
  if (S_ISDIR(before.st_mode)) return unread("is a folder");
  if (!S_ISREG(before.st_mode)) return unread("is not a regular file");
  std::string bytes;
  const std::size_t most = limit < bytes.max_size() ? limit + 1 : limit;
  if (!read_up_to(file.number(), most, static_cast<std::size_t>(before.st_size), bytes))
    return unread(words_for(errno));
  struct stat after {};
  if (::fstat(file.number(), &after) != 0) return unread(words_for(errno));
  if (!same_file(before, after)) return std::nullopt;
  if (bytes.size() > limit)
    return FileReading{.bytes = {}, .problem = "is larger than " + counted(limit, "byte"), .too_large = true};
  return FileReading{.bytes = std::move(bytes), .problem = {}, .too_large = false};
}

}  // namespace

std::vector<Entry> Files::entries(const std::string& folder) const {
  std::vector<Entry> found;
  const std::string real = real_path(folder);
  for (std::string& name : list(folder)) {
    const std::string path = joined_path(folder, name);
    const bool link = real_path(path) != joined_path(real, name);
    found.push_back({.name = std::move(name), .kind = kind(path), .link = link});
  }
  return found;
}

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

// O_NONBLOCK: opening a pipe that nobody writes to must not wait. A file that another program writes at the same moment is
// read again: half of its old and half of its new text would be judged as what nobody wrote.
FileReading Disk::read(const std::string& path, std::size_t limit) const {
  constexpr int kTries = 3;
  for (int tries = 0; tries < kTries; ++tries)
    if (std::optional<FileReading> reading = read_once(path, limit)) return std::move(*reading);
  return unread("another program is writing it; run this again when that is done");
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

std::vector<std::string> Disk::list(const std::string& folder) const {
  std::vector<std::string> names;
  for (Name& name : names_in(folder)) names.push_back(std::move(name.text));
  std::ranges::sort(names);
  return names;
}

std::string Disk::real_path(const std::string& path) const {
  char* const resolved = ::realpath(path.c_str(), nullptr);
  if (resolved == nullptr) return path;
  std::string result = resolved;
  std::free(resolved);
  return result;
}

void Disk::write(const std::string& path, std::string_view bytes) {
  const Target target = writing_target(path);
  if (target.straight)
    write_straight(path, bytes);
  else
    write_beside(path, target, bytes);
}

void Disk::append(const std::string& path, std::string_view bytes) {
  Descriptor file{::open(path.c_str(), O_WRONLY | O_APPEND | O_CREAT | O_NOCTTY | O_CLOEXEC, 0666)};
  if (!file.open() || !write_all(file.number(), bytes) || !file.close_now()) cannot_write(path, words_for(errno));
}

void Disk::make_folder(const std::string& path) {
  if (::mkdir(path.c_str(), 0777) == 0) return;
  const int error = errno;
  if (error == ENOENT && folder_of(path) != path) {
    make_folder(folder_of(path));
    if (::mkdir(path.c_str(), 0777) == 0) return;
  }
  if (kind(path) == EntryKind::folder) return;
  const std::string why = error == EEXIST ? "there is a file of that name" : words_for(error);
  throw IoError("cannot make the folder `" + visible(path) + "`: " + why);
}

}  // namespace cpm::base
