#include "cli/renamed_folder.h"

namespace cpm::cli {
namespace {

bool leads_out(std::string_view path) {
  return path == ".." || path.starts_with("../") || base::is_absolute(path);
}

/// The rest of a path behind that of a folder that holds it, both as `joined_path` gives them.
std::optional<std::string> rest_of(const std::string& path, const std::string& folder) {
  if (path == folder) return ".";
  if (folder == ".") return path;
  const std::string begin = folder.ends_with('/') ? folder : folder + "/";
  return path.starts_with(begin) ? std::optional(path.substr(begin.size())) : std::nullopt;
}

}  // namespace

std::optional<std::string> RenamedFolder::path_below(const std::string& path) const {
  const std::optional<std::string> rest = rest_of(base::joined_path("", path), name_);
  if (!rest || leads_out(*rest)) return std::nullopt;
  return base::joined_path(folder_, *rest);
}

base::EntryKind RenamedFolder::kind(const std::string& path) const {
  const std::optional<std::string> there = path_below(path);
  return there ? below_.kind(*there) : base::EntryKind::missing;
}

base::FileReading RenamedFolder::read(const std::string& path, std::size_t limit) const {
  const std::optional<std::string> there = path_below(path);
  return there ? below_.read(*there, limit) : base::FileReading{.bytes = {}, .problem = "is not there"};
}

std::vector<base::Entry> RenamedFolder::entries(const std::string& folder) const {
  const std::optional<std::string> there = path_below(folder);
  if (!there) throw base::IoError("there is no such folder");
  return below_.entries(*there);
}

std::string RenamedFolder::real_path(const std::string& path) const {
  const std::optional<std::string> there = path_below(path);
  return there ? below_.real_path(*there) : path;
}

void RenamedFolder::write(const std::string& path, std::string_view) {
  throw base::IoError(path + " cannot be written: it is looked at only");
}

}  // namespace cpm::cli
