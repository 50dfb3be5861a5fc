#pragma once
// The files of one repository for a process that stays: paths count from its root, open texts stand in the place of what the
// disk has, and what the disk said is remembered until somebody says that it may have changed.
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/files.h"
#include "lsp/documents.h"

namespace cpm::cli {

class Shelf final : public base::Files {
 public:
  /// `root`: an absolute path. A folder below it that is a repository of its own is not there.
  Shelf(base::Files& below, const lsp::Documents& open, std::string root)
      : below_(below), open_(open), root_(std::move(root)) {}

  /// Forgets what the disk said.
  void clear();
  std::string absolute(const std::string& path) const { return base::joined_path(root_, path); }

  base::EntryKind kind(const std::string& path) const override;
  base::FileReading read(const std::string& path, std::size_t limit) const override;
  std::string head(const std::string& path, std::size_t most) const override;
  std::vector<base::Entry> entries(const std::string& folder) const override;
  std::string real_path(const std::string& path) const override;
  void write(const std::string& path, std::string_view bytes) override;
  void append(const std::string& path, std::string_view bytes) override;
  void make_folder(const std::string& path) override;

 private:
  const std::string* open_text(const std::string& path) const;
  bool holds_open_file(const std::string& folder) const;
  bool is_other_repository(const std::string& folder, const base::Entry& entry) const;
  void add_open_files(const std::string& folder, std::vector<base::Entry>& entries) const;

  base::Files& below_;
  const lsp::Documents& open_;
  std::string root_;
  // By absolute path.
  mutable std::map<std::string, base::EntryKind> kinds_;
  mutable std::map<std::string, base::FileReading> readings_;
  mutable std::map<std::string, std::vector<base::Entry>> entries_;
  mutable std::map<std::string, std::string> real_;
};

}  // namespace cpm::cli
