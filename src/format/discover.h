#pragma once
// Which files belong to a run, and to which repository each belongs.
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/files.h"
#include "model/workspace.h"

namespace cpm::format {

inline constexpr std::string_view kRepositoryFile = "cpm.yaml";

/// Paths that a folder's `cpm.yaml` sets aside; called once per folder, before it is listed.
using Ignores = std::function<std::vector<std::string>(const std::string& folder)>;
/// Does a link to `real` lead out of the repository that `path` lies in?
using LeadsOut = std::function<bool(const std::string& path, const std::string& real)>;

/// A file below a folder, or a link to a folder elsewhere, which is not entered.
struct Found {
  std::string path;
  std::string real;  ///< with links resolved
  bool outside = false;
};

/// Is it a name of a YAML file: `plan.yaml`, `plan.yml`, in any case?
bool is_yaml_name(std::string_view name);

/// What is below a folder.
struct Below {
  std::vector<Found> files;
  std::size_t ignored = 0;  ///< YAML files that a `cpm.yaml` sets aside
};

/// All `.yaml` and `.yml` files below a folder, in any case of letters, sorted; names that start with a dot are left out, and each folder is entered
/// once, so that links cannot lead in circles.
Below files_below(const base::Files& files, const std::string& folder, const Ignores& ignores,
                  const LeadsOut& leads_out);

/// Finds the repository of each folder: the nearest folder upwards with a `cpm.yaml`; adds it to the workspace's homes.
class Homes {
 public:
  Homes(const base::Files& files, model::Workspace& workspace) : files_(files), workspace_(workspace) {}

  std::size_t home_of(const std::string& folder);
  /// The folder that the user named: the home of what is below it when there is no repository.
  void begin_at(const std::string& folder) { begin_ = folder; }

 private:
  std::string root_of(const std::string& folder) const;
  std::string root_without_repository(const std::string& folder) const;

  const base::Files& files_;
  model::Workspace& workspace_;
  std::map<std::string, std::size_t> by_folder_;
  std::map<std::string, std::size_t> by_root_;  ///< by the real path
  std::string begin_;
};

/// The root of the nearest repository among the workspace's homes that holds this root, in the same git checkout; or nothing.
std::optional<std::string> outer_repository(const base::Files& files, const model::Workspace& workspace,
                                            const std::string& root);

}  // namespace cpm::format
