#pragma once
// The files of one county's repository by what their first line says, without reading what nobody asked for.
#include <string>
#include <string_view>
#include <vector>

#include "base/files.h"

namespace cpm::cli {

struct HomeFile {
  std::string path;
  std::string inside;     ///< from the root of the repository
  std::string_view kind;  ///< word of its kind; empty when it says none
};

struct HomeFolder {
  std::string root;
  bool repository = false;  ///< it has a `cpm.yaml`
};

/// The home of a file or folder: the nearest folder upwards with a `cpm.yaml`, else the one that is named or begun in.
HomeFolder home_folder(const base::Files& files, const std::string& path);

/// Its YAML files in the order of their paths: none that `cpm.yaml` sets aside, that lie in a repository of their own
/// below it, or to which a link leads out of it. Throws base::IoError when a folder cannot be listed.
std::vector<HomeFile> files_of_home(const base::Files& files, const HomeFolder& home);

}  // namespace cpm::cli
