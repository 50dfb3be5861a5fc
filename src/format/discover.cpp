#include "format/discover.h"

#include <algorithm>
#include <set>

#include "format/load.h"

namespace cpm::format {
namespace {

constexpr int kMostFoldersUp = 64;

bool is_yaml(std::string_view name) {
  return name.ends_with(".yaml") || name.ends_with(".yml");
}

/// The folder above: "a/b" → "a", "." → "..", ".." → "../..".
std::string above(const std::string& folder) {
  if (folder == "." || folder.empty()) return "..";
  if (folder == ".." || folder.ends_with("/..")) return folder + "/..";
  return base::folder_of(folder);
}

class Walk {
 public:
  Walk(const base::Files& files, const Ignores& ignores) : files_(files), ignores_(ignores) {}

  void enter(const std::string& folder) {
    if (!entered_.insert(files_.real_path(folder)).second) return;
    for (const std::string& path : ignores_(folder)) ignored_.insert(files_.real_path(path));
    for (const std::string& name : files_.list(folder)) {
      const std::string path = base::joined_path(folder, name);
      if (name.starts_with('.') || (!ignored_.empty() && ignored_.contains(files_.real_path(path)))) continue;
      const base::EntryKind kind = files_.kind(path);
      if (kind == base::EntryKind::folder)
        enter(path);
      else if (is_yaml(name) && kind != base::EntryKind::missing)
        found_.push_back(path);
    }
  }

  std::vector<std::string> found() {
    std::ranges::sort(found_);
    return std::move(found_);
  }

 private:
  const base::Files& files_;
  const Ignores& ignores_;
  std::set<std::string> entered_;
  std::set<std::string> ignored_;
  std::vector<std::string> found_;
};

}  // namespace

std::vector<std::string> no_ignores(const std::string&) {
  return {};
}

std::vector<std::string> files_below(const base::Files& files, const std::string& folder, const Ignores& ignores) {
  Walk walk(files, ignores);
  walk.enter(folder);
  return walk.found();
}

std::string Homes::root_of(const std::string& folder) const {
  std::string at = folder;
  for (int up = 0; up < kMostFoldersUp; ++up) {
    if (files_.kind(base::joined_path(at, kRepositoryFile)) == base::EntryKind::file) return at;
    if (at == "/" || files_.kind(base::joined_path(at, ".git")) != base::EntryKind::missing) break;
    const std::string next = above(at);
    if (files_.kind(next) != base::EntryKind::folder || files_.real_path(next) == files_.real_path(at)) break;
    at = next;
  }
  return root_without_repository(folder);
}

/// The folder that was named, else the one the run began in; a folder elsewhere is a home of its own.
std::string Homes::root_without_repository(const std::string& folder) const {
  const bool elsewhere = folder.starts_with('/') || folder == ".." || folder.starts_with("../");
  const bool below_begin = !begin_.empty() && (folder == begin_ || folder.starts_with(begin_ + "/"));
  const std::string root = below_begin ? begin_ : elsewhere ? folder : ".";
  // Cut off by a git checkout of its own: the repository above is that of others.
  const bool taken = files_.kind(base::joined_path(root, kRepositoryFile)) == base::EntryKind::file;
  return taken ? folder : root;
}

std::size_t Homes::home_of(const std::string& folder) {
  if (const auto known = by_folder_.find(folder); known != by_folder_.end()) return known->second;
  const std::string root = root_of(folder);
  const auto [at, fresh] = by_root_.try_emplace(files_.real_path(root), workspace_.homes.size());
  if (fresh) workspace_.homes.push_back({.root = root});
  by_folder_[folder] = at->second;
  return at->second;
}

std::optional<std::string> enclosing_repository(const base::Files& files) {
  model::Workspace scratch;
  const std::size_t home = Homes(files, scratch).home_of(".");
  const std::string& root = scratch.homes[home].root;
  if (files.kind(base::joined_path(root, kRepositoryFile)) != base::EntryKind::file) return std::nullopt;
  return root;
}

}  // namespace cpm::format
