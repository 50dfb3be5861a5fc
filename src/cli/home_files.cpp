#include "cli/home_files.h"

#include "assist/reading.h"
#include "format/discover.h"
#include "format/glance.h"
#include "yaml/reader.h"

namespace cpm::cli {
namespace {

/// By its first lines where they leave no doubt, else by all of it; empty for files of other programs.
std::string_view kind_of_file(const base::Files& files, const std::string& path) {
  const std::string head = files.head(path, format::kGlanceBytes);
  const format::Glance glance = format::glance_at(format::whole_lines(head));
  if (!glance.kind.empty()) return glance.kind;
  const std::string bytes = files.read(path, yaml::Limits{}.bytes).bytes;
  const assist::Reading reading(bytes);
  return reading.kind() == nullptr ? std::string_view() : reading.kind()->word;
}

/// What the `cpm.yaml` of a folder says is not cpm's.
std::vector<std::string> ignored_in(const base::Files& files, const std::string& folder) {
  const std::string path = base::joined_path(folder, format::kRepositoryFile);
  if (files.kind(path) != base::EntryKind::file) return {};
  const std::string bytes = files.read(path, yaml::Limits{}.bytes).bytes;
  const assist::Reading settings(bytes);
  const std::size_t list = settings.find(0, "ignore");
  std::vector<std::string> paths;
  if (list == assist::kNone) return paths;
  for (const std::size_t entry : settings.parts_of(list))
    if (const std::string text = settings.text_of(entry); !text.empty())
      paths.push_back(base::joined_path(folder, text));
  return paths;
}

std::string prefix_of(const std::string& folder) {
  if (folder == ".") return {};
  return folder.ends_with('/') ? folder : folder + "/";
}

}  // namespace

HomeFolder home_folder(const base::Files& files, const std::string& path) {
  const bool is_folder = files.kind(path) == base::EntryKind::folder;
  const std::string folder = base::joined_path("", is_folder ? path : base::folder_of(path));
  model::Workspace scratch;
  format::Homes homes(files, scratch);
  if (is_folder) homes.begin_at(folder);
  const std::string root = scratch.homes[homes.home_of(folder)].root;
  return {.root = root,
          .repository = files.kind(base::joined_path(root, format::kRepositoryFile)) == base::EntryKind::file};
}

std::vector<HomeFile> files_of_home(const base::Files& files, const HomeFolder& home) {
  const std::string prefix = prefix_of(home.root);
  const std::string real_prefix = prefix_of(files.real_path(home.root));
  const auto ignores = [&](const std::string& folder) { return ignored_in(files, folder); };
  const auto leads_out = [&](const std::string&, const std::string& real) { return !real.starts_with(real_prefix); };
  model::Workspace scratch;
  format::Homes homes(files, scratch);
  homes.begin_at(home.root);
  const std::size_t own = homes.home_of(home.root);
  std::vector<HomeFile> found;
  for (const format::Found& file : format::files_below(files, home.root, ignores, leads_out).files) {
    if (file.outside || homes.home_of(base::folder_of(file.path)) != own) continue;
    const std::string inside = file.path.starts_with(prefix) ? file.path.substr(prefix.size()) : file.path;
    found.push_back({.path = file.path, .inside = inside, .kind = kind_of_file(files, file.path)});
  }
  return found;
}

}  // namespace cpm::cli
