#pragma once
// A folder of files under another path, such as the one that a report was made from on another machine. Nothing else is there, and
// nothing is written.
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/files.h"

namespace cpm::cli {

class RenamedFolder final : public base::Files {
 public:
  /// `folder` of `below` is seen as `name`, a path as a run may be given it: "examples/alder", "..", "/home/jane/alder".
  RenamedFolder(const base::Files& below, std::string folder, std::string_view name)
      : below_(below), folder_(std::move(folder)), name_(base::joined_path("", name)) {}

  /// The path below; nothing for one that does not lie in the folder.
  std::optional<std::string> path_below(const std::string& path) const;

  base::EntryKind kind(const std::string& path) const override;
  base::FileReading read(const std::string& path, std::size_t limit) const override;
  std::vector<base::Entry> entries(const std::string& folder) const override;
  std::string real_path(const std::string& path) const override;
  void write(const std::string& path, std::string_view bytes) override;
  void append(const std::string& path, std::string_view bytes) override { write(path, bytes); }
  void make_folder(const std::string& path) override { write(path, {}); }

 private:
  const base::Files& below_;
  std::string folder_;
  std::string name_;  ///< as `joined_path` gives it
};

}  // namespace cpm::cli
