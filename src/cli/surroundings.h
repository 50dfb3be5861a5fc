#pragma once
// The repository around one file, for those who ask what may be written in it. Reads other files only when they are asked for.
#include <deque>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "assist/around.h"
#include "base/files.h"
#include "cli/home_files.h"
#include "format/load.h"

namespace cpm::cli {

/// A file that lies in no repository stands alone.
class Surroundings final : public assist::Around {
 public:
  Surroundings(const base::Files& files, std::string path, base::Date today)
      : files_(files), path_(std::move(path)), today_(today) {}

  const model::BuiltIn& built_in() override;
  std::vector<assist::Neighbor> files(std::string_view kind) override;
  const model::Instrument* instrument(std::string_view id, std::string_view version) override;
  base::Date today() override { return today_; }

 private:
  const std::vector<HomeFile>& home();
  const std::string& bytes_of(const std::string& path);
  const model::Instrument* decoded(const assist::Neighbor& file);

  const base::Files& files_;
  std::string path_;
  base::Date today_;
  std::unique_ptr<format::Loaded> lists_;
  std::optional<std::vector<HomeFile>> home_;
  std::map<std::string, std::string> bytes_;           ///< by path
  std::map<std::string, model::Content> instruments_;  ///< by path from the root
};

}  // namespace cpm::cli
