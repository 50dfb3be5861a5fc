#pragma once
// The files of the machine that cpm runs on.
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/files.h"

namespace cpm::base {

class Disk final : public Files {
 public:
  EntryKind kind(const std::string& path) const override;
  FileReading read(const std::string& path, std::size_t limit) const override;
  std::string head(const std::string& path, std::size_t most) const override;
  std::vector<Entry> entries(const std::string& folder) const override;
  std::string real_path(const std::string& path) const override;
  void write(const std::string& path, std::string_view bytes) override;
  std::unique_ptr<FileStream> stream(const std::string& path) override;
  void append(const std::string& path, std::string_view bytes) override;
  void make_folder(const std::string& path) override;
};

}  // namespace cpm::base
