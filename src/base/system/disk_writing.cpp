// Writing, so that a file is the old one or the new one, never half of it.
#include <array>
#include <cerrno>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/system/descriptor.h"
#include "base/system/disk.h"
#include "base/system/disk_stream.h"
#include "base/system/signals.h"
#include "base/text.h"

namespace cpm::base {
namespace {

[[noreturn]] void cannot_write(const std::string& path, const std::string& why) {
  throw IoError("cannot write `" + visible(path) + "`: " + why);
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
  cannot_write(path, words_for_error(ELOOP));
}

Target writing_target(const std::string& path) {
  Target target = final_target(path);
  struct stat status {};
  if (::stat(path.c_str(), &status) != 0) {
    if (errno != ENOENT) cannot_write(path, words_for_error(errno));
    return target;
  }
  if (S_ISDIR(status.st_mode)) cannot_write(path, "it is a folder; name a file");
  const bool device = S_ISCHR(status.st_mode) || S_ISFIFO(status.st_mode);
  if (!device && !S_ISREG(status.st_mode)) cannot_write(path, "it is not a regular file");
  // A file that may not be written stays as it is, even where its folder would allow a new one in its place.
  if (::faccessat(AT_FDCWD, path.c_str(), W_OK, AT_EACCESS) != 0) cannot_write(path, words_for_error(errno));
  target.straight = target.straight || device;
  target.exists = true;
  target.mode = status.st_mode & 0777;
  return target;
}

void write_straight(const std::string& path, std::string_view bytes) {
  Descriptor file{::open(path.c_str(), O_WRONLY | O_APPEND | O_NOCTTY | O_CLOEXEC)};
  if (!file.open() || !write_all(file.number(), bytes) || !file.close_now()) cannot_write(path, words_for_error(errno));
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

/// A new file in the folder of the target, which takes its place.
class NewFile {
 public:
  NewFile(const std::string& path, Target target, bool unnamed)
      : path_(path), target_(std::move(target)), file_(unnamed ? open_unnamed() : -1) {
    if (!file_.open()) open_named();
  }
  ~NewFile() {
    if (!name_.empty()) ::unlink(name_.c_str());
  }
  NewFile(const NewFile&) = delete;
  NewFile& operator=(const NewFile&) = delete;

  void add(std::string_view bytes) {
    if (!write_all(file_.number(), bytes)) cannot_write(path_, words_for_error(errno));
  }

  void take_place() {
    const mode_t mode = target_.exists ? target_.mode : mode_for_new_file();
    const bool fine = named() && ::fchmod(file_.number(), mode) == 0 && synced(file_.number()) && file_.close_now() &&
                      ::rename(name_.c_str(), target_.path.c_str()) == 0;
    if (!fine) cannot_write(path_, words_for_error(errno));
    name_.clear();
  }

 private:
  /// Nothing is left of it when cpm ends before its time; not every disk can do that.
  int open_unnamed() const {
#ifdef O_TMPFILE
    if (::access("/proc/self/fd", X_OK) != 0) return -1;  // the only way to give it a name afterwards
    return ::open(folder_of(target_.path).c_str(), O_TMPFILE | O_WRONLY | O_CLOEXEC, 0600);
#else
    return -1;
#endif
  }

  void open_named() {
    std::string name = temporary_pattern(target_.path);
    const int number = ::mkostemp(name.data(), O_CLOEXEC);
    if (number < 0) {
      const bool no_folder = errno == ENOENT;
      cannot_write(
          path_, no_folder ? "there is no folder `" + visible(folder_of(target_.path)) + "`" : words_for_error(errno));
    }
    file_.take(number);
    name_ = std::move(name);
  }

  /// A name for a file that has none yet: one that `mkostemp` finds free.
  bool named() {
    if (!name_.empty()) return true;
    std::string name = temporary_pattern(target_.path);
    const Descriptor free{::mkostemp(name.data(), O_CLOEXEC)};
    if (!free.open() || ::unlink(name.c_str()) != 0) return false;
    const std::string open_file = "/proc/self/fd/" + std::to_string(file_.number());
    if (::linkat(AT_FDCWD, open_file.c_str(), AT_FDCWD, name.c_str(), AT_SYMLINK_FOLLOW) != 0) return false;
    name_ = std::move(name);
    return true;
  }

  std::string path_;
  Target target_;
  Descriptor file_;
  std::string name_;  ///< of the new file, as long as it has one of its own
};

void write_beside(const std::string& path, const Target& target, std::string_view bytes) {
  const HoldSignals until_written;
  NewFile file(path, target, false);
  file.add(bytes);
  file.take_place();
}

}  // namespace

void Disk::write(const std::string& path, std::string_view bytes) {
  const Target target = writing_target(path);
  if (target.straight)
    write_straight(path, bytes);
  else
    write_beside(path, target, bytes);
}

std::unique_ptr<FileStream> Disk::stream(const std::string& path) {
  Target target = writing_target(path);
  if (target.straight) return Files::stream(path);
  return std::make_unique<DiskStream<NewFile>>(path, target, true);
}

void Disk::append(const std::string& path, std::string_view bytes) {
  Descriptor file{::open(path.c_str(), O_WRONLY | O_APPEND | O_CREAT | O_NOCTTY | O_CLOEXEC, 0666)};
  if (!file.open() || !write_all(file.number(), bytes) || !file.close_now()) cannot_write(path, words_for_error(errno));
}

void Disk::make_folder(const std::string& path) {
  if (::mkdir(path.c_str(), 0777) == 0) return;
  const int error = errno;
  if (error == ENOENT && folder_of(path) != path) {
    make_folder(folder_of(path));
    if (::mkdir(path.c_str(), 0777) == 0) return;
  }
  if (kind(path) == EntryKind::folder) return;
  const std::string why = error == EEXIST ? "there is a file of that name" : words_for_error(error);
  throw IoError("cannot make the folder `" + visible(path) + "`: " + why);
}

}  // namespace cpm::base
