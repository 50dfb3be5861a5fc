#include "format/discover.h"

#include <algorithm>
#include <set>

#include "base/text.h"
#include "format/load.h"

namespace cpm::format {
namespace {

constexpr int kMostFoldersUp = 64;

/// The folder above: "a/b" → "a", "." → "..", ".." → "../..".
std::string above(const std::string& folder) {
  if (folder == "." || folder.empty()) return "..";
  if (folder == ".." || folder.ends_with("/..")) return folder + "/..";
  return base::folder_of(folder);
}

class Walk {
 public:
  Walk(const base::Files& files, const Ignores& ignores, const LeadsOut& leads_out)
      : files_(files), ignores_(ignores), leads_out_(leads_out) {}

  void enter(const std::string& folder, const std::string& real_folder) {
    if (!entered_.insert(real_folder).second) return;
    for (const std::string& path : ignores_(folder)) ignored_.insert(files_.real_path(path));
    for (const base::Entry& entry : files_.entries(folder))
      if (!entry.name.starts_with('.')) look_at(entry, base::joined_path(folder, entry.name), real_folder);
  }

  Below found() {
    std::ranges::sort(found_, {}, &Found::path);
    return {.files = std::move(found_), .ignored = set_aside_};
  }

 private:
  void look_at(const base::Entry& entry, const std::string& path, const std::string& real_folder) {
    std::string real = entry.link ? files_.real_path(path) : base::joined_path(real_folder, entry.name);
    const bool folder = entry.kind == base::EntryKind::folder;
    // A link that leads nowhere is shown, not passed over: somebody counts on that file.
    const bool file = !folder && is_yaml_name(entry.name) && (entry.link || entry.kind != base::EntryKind::missing);
    if (!folder && !file) return;
    if (ignored_.contains(real)) return count(path, real, folder);
    const bool outside = entry.link && leads_out_(path, real);
    if (folder && !outside) return enter(path, real);
    found_.push_back({.path = path, .real = std::move(real), .outside = outside});
  }

  /// The YAML files that are set aside here: this one, or those below.
  void count(const std::string& path, const std::string& real, bool folder) {
    if (!folder) {
      ++set_aside_;
      return;
    }
    if (!entered_.insert(real).second) return;
    for (const base::Entry& entry : files_.entries(path)) {
      const bool is_folder = entry.kind == base::EntryKind::folder;
      if (entry.name.starts_with('.') || entry.link || (!is_folder && !is_yaml_name(entry.name))) continue;
      count(base::joined_path(path, entry.name), base::joined_path(real, entry.name), is_folder);
    }
  }

  const base::Files& files_;
  const Ignores& ignores_;
  const LeadsOut& leads_out_;
  std::size_t set_aside_ = 0;
  std::set<std::string> entered_;
  std::set<std::string> ignored_;
  std::vector<Found> found_;
};

}  // namespace

bool is_yaml_name(std::string_view name) {
  const std::string plain = base::lower(name);
  return plain.ends_with(".yaml") || plain.ends_with(".yml");
}

Below files_below(const base::Files& files, const std::string& folder, const Ignores& ignores,
                  const LeadsOut& leads_out) {
  Walk walk(files, ignores, leads_out);
  walk.enter(folder, files.real_path(folder));
  return walk.found();
}

std::string Homes::root_of(const std::string& folder) const {
  std::string at = folder;
  for (int up = 0; up < kMostFoldersUp; ++up) {
    if (files_.kind(base::joined_path(at, kRepositoryFile)) == base::EntryKind::file) return at;
    if (base::is_root(at) || files_.kind(base::joined_path(at, ".git")) != base::EntryKind::missing) break;
    const std::string next = above(at);
    if (files_.kind(next) != base::EntryKind::folder || files_.real_path(next) == files_.real_path(at)) break;
    at = next;
  }
  return root_without_repository(folder);
}

/// The folder that was named, else the one the run began in; a folder elsewhere is a home of its own.
std::string Homes::root_without_repository(const std::string& folder) const {
  const bool elsewhere = base::is_absolute(folder) || folder == ".." || folder.starts_with("../");
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

std::optional<std::string> outer_repository(const base::Files& files, const model::Workspace& workspace,
                                            const std::string& root) {
  const auto is_home = [&](const std::string& folder) {
    return std::ranges::any_of(workspace.homes, [&](const model::Home& home) { return home.root == folder; }) &&
           files.kind(base::joined_path(folder, kRepositoryFile)) == base::EntryKind::file;
  };
  std::string at = root;
  while (at != "." && !base::is_root(at) && at != ".." && !at.ends_with("/..")) {
    if (files.kind(base::joined_path(at, ".git")) != base::EntryKind::missing) return std::nullopt;
    at = base::folder_of(at);
    if (is_home(at)) return at;
  }
  return std::nullopt;
}

std::optional<std::string> enclosing_repository(const base::Files& files) {
  model::Workspace scratch;
  const std::size_t home = Homes(files, scratch).home_of(".");
  const std::string& root = scratch.homes[home].root;
  if (files.kind(base::joined_path(root, kRepositoryFile)) != base::EntryKind::file) return std::nullopt;
  return root;
}

}  // namespace cpm::format
