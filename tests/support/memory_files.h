#pragma once
// Files in a map, for tests: the same answers as `base::Disk` without a disk, and failures on demand.
#include <cstddef>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "base/files.h"
#include "base/system/disk.h"

namespace cpm::test {

class MemoryFiles final : public base::Files {
 public:
  /// Puts a file there, with the folders above it. Paths are normalised: "./a//b" is "a/b".
  void add(std::string_view path, std::string_view bytes);
  void add_folder(std::string_view path);
  /// A pipe or device: neither file nor folder.
  void add_other(std::string_view path);
  /// `real_path` and reading answer for `link` as if it were `target`, also below it.
  void add_link(std::string_view link, std::string_view target);

  void make_unreadable(std::string_view path, std::string_view problem = "permission denied");
  /// Writing throws; the file keeps its old bytes.
  void make_unwritable(std::string_view path, std::string_view problem = "permission denied");
  /// Somebody else at work: when the file has been read so often, it holds these bytes.
  void change_after_reads(std::string_view path, int reads, std::string_view bytes);
  void make_unlistable(std::string_view folder, std::string_view problem = "permission denied");

  bool has(std::string_view path) const;
  /// The bytes of a file; empty when there is none.
  std::string bytes(std::string_view path) const;
  /// Paths in the order in which `write` was asked for them, failures too.
  const std::vector<std::string>& writes() const { return writes_; }

  base::EntryKind kind(const std::string& path) const override;
  base::FileReading read(const std::string& path, std::size_t limit) const override;
  std::string head(const std::string& path, std::size_t most) const override;
  std::vector<base::Entry> entries(const std::string& folder) const override;
  std::string real_path(const std::string& path) const override;
  void write(const std::string& path, std::string_view bytes) override;
  void append(const std::string& path, std::string_view bytes) override;
  void make_folder(const std::string& path) override;

 private:
  struct Change {
    int reads = 0;
    std::string bytes;
  };
  mutable std::map<std::string, std::string> files_;
  mutable std::map<std::string, Change> changes_;
  std::set<std::string> folders_ = {"."};
  std::set<std::string> others_;
  std::map<std::string, std::string> links_;
  std::map<std::string, std::string> unreadable_;
  std::map<std::string, std::string> unwritable_;
  std::map<std::string, std::string> unlistable_;
  std::vector<std::string> writes_;
};

}  // namespace cpm::test
