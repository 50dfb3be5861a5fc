#pragma once
// The files on the disk with some of them changed in memory: what they would be, read before anything is written, or without
// writing at all.
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/files.h"

namespace cpm::cli {

class Overlay final : public base::Files {
 public:
  explicit Overlay(const base::Files& below) : below_(below) {}

  /// What the file would hold. Its other names (links) hold it, too.
  void put(const std::string& path, std::string bytes) { changed_[below_.real_path(path)] = std::move(bytes); }
  /// By the real path.
  const std::map<std::string, std::string>& changed() const { return changed_; }

  base::EntryKind kind(const std::string& path) const override { return below_.kind(path); }
  base::FileReading read(const std::string& path, std::size_t limit) const override;
  std::vector<base::Entry> entries(const std::string& folder) const override { return below_.entries(folder); }
  std::string real_path(const std::string& path) const override { return below_.real_path(path); }
  void write(const std::string& path, std::string_view bytes) override { put(path, std::string{bytes}); }
  void append(const std::string& path, std::string_view bytes) override;
  void make_folder(const std::string&) override {}

 private:
  const base::Files& below_;
  std::map<std::string, std::string> changed_;
};

}  // namespace cpm::cli
