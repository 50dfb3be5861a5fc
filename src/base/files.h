#pragma once
// Reading and writing files behind one small interface, so that tests can work in memory. Paths use '/'.
#include <cstddef>
#include <memory>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace cpm::base {

/// Output that cannot be written, a folder that cannot be listed: exit status 3. The text is a whole sentence.
class IoError : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

/// What reading a file gave: its bytes, or why not ("permission denied"), in words.
struct FileReading {
  std::string bytes;
  std::string problem;     ///< empty when the file was read
  bool too_large = false;  ///< more than `limit` bytes; `bytes` is then empty and `problem` says so
};

enum class EntryKind { missing, file, folder, other };

/// What a folder holds: `kind` is that of what a link leads to.
struct Entry {
  std::string name;
  EntryKind kind = EntryKind::missing;
  bool link = false;
};

/// A file that is written part by part. It takes its place when all of it is there; until then, or when that never happens, the
/// old file stays.
class FileStream {
 public:
  virtual ~FileStream() = default;
  /// Throws IoError.
  virtual void add(std::string_view bytes) = 0;
  /// Throws IoError; then the old file stays.
  virtual void finish() = 0;
};

/// The file system as cpm needs it: `Disk` of base/system/disk.h, or a map in memory.
class Files {
 public:
  virtual ~Files() = default;
  virtual EntryKind kind(const std::string& path) const = 0;
  virtual FileReading read(const std::string& path, std::size_t limit) const = 0;
  /// At most so many bytes from its beginning, to see whether a file need be read; empty when there is nothing to tell.
  virtual std::string head(const std::string& path, std::size_t most) const;
  /// What a folder holds, sorted by the bytes of the names. Throws IoError when it cannot be listed.
  virtual std::vector<Entry> entries(const std::string& folder) const = 0;
  /// The names of it alone.
  std::vector<std::string> list(const std::string& folder) const;
  /// The path with links resolved, to notice a folder seen before; the path itself when that fails.
  virtual std::string real_path(const std::string& path) const = 0;
  /// Writes a temporary file beside the target and renames it: the old file or the new one, never half of it.
  virtual void write(const std::string& path, std::string_view bytes) = 0;
  /// The same part by part, for files that need not fit into memory, where the system can do that. Throws IoError when the file
  /// cannot be written.
  virtual std::unique_ptr<FileStream> stream(const std::string& path);
  /// Adds to the end of a file, which is made when it is not there.
  virtual void append(const std::string& path, std::string_view bytes) = 0;
  /// Makes a folder and those above it; one that is there is fine. Throws IoError when it cannot be made.
  virtual void make_folder(const std::string& path) = 0;
};

/// "a/b" + "../c" → "a/c"; no disk access. A path that leaves its start keeps its leading "..".
std::string joined_path(std::string_view folder, std::string_view path);
/// The folder part: "a/b.yaml" → "a", "b.yaml" → ".".
std::string folder_of(std::string_view path);
/// "a/b.yaml" → "b.yaml"
std::string_view name_of(std::string_view path);
/// Does it begin at a root, as "/home" does, and on Windows also "C:/Users" and "//server/share"?
bool is_absolute(std::string_view path);
/// Does it begin at a folder that another machine shares, as "//server/share" does on Windows?
bool is_share(std::string_view path);
/// Is it nothing but a root?
bool is_root(std::string_view path);

}  // namespace cpm::base
