#include "cli/paths.h"

#include <algorithm>
#include <istream>

#include "base/text.h"
#include "cli/exit.h"
#include "format/load.h"

namespace cpm::cli {
namespace {

constexpr diag::Code kNoSuchFile = 902;

std::string quoted(std::string_view text) {
  return "`" + base::visible(text) + "`";
}

bool is_missing(const base::Files& files, const std::string& path) {
  return files.kind(path) == base::EntryKind::missing;
}

/// "a/b/c" → "a/b" while that is missing too: the part of a path to be mended.
std::string first_missing(const base::Files& files, const std::string& path) {
  std::string part = path;
  while (part.size() > 1 && part.ends_with('/')) part.pop_back();
  for (std::string above = base::folder_of(part); above != part && above != "." && is_missing(files, above);
       above = base::folder_of(part))
    part = above;
  return part;
}

std::optional<std::string> nearest_path(const base::Files& files, const std::string& path) {
  const std::string folder = base::folder_of(path);
  if (files.kind(folder) != base::EntryKind::folder) return std::nullopt;
  const std::vector<std::string> names = files.list(folder);
  const auto meant = base::nearest(std::string(base::name_of(path)), std::span<const std::string>(names));
  if (!meant) return std::nullopt;
  return base::joined_path(folder, *meant);
}

std::string read_input(std::istream& in, std::size_t limit) {
  std::string bytes(limit + 1, '\0');
  in.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  bytes.resize(static_cast<std::size_t>(in.gcount()));
  return bytes;
}

/// False when the path cannot be meant as FILE@REV. Throws when git does not have it.
bool add_version(Paths& found, const std::string& path, const Environment& environment, std::size_t limit) {
  const std::optional<VersionName> version = version_name(path, environment.files);
  if (!version || !environment.from_git) return false;
  check_revision(path, *version);
  GitReading reading = environment.from_git(git_question(*version, environment.files), limit);
  check_reading(path, *version, reading);
  found.versions.emplace(path, format::Version{.file = version->file, .reading = std::move(reading.file)});
  return true;
}

/// Some begin with `format:` under another name, such as templates; then their text counts.
bool says_its_format(const base::Files& files, const std::string& path, std::size_t limit) {
  constexpr std::size_t kLines = 50;
  const std::string text = "\n" + files.read(path, limit).bytes;
  const std::size_t at = text.find("\nformat:");
  return at != std::string::npos && std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(at), '\n') <
                                        static_cast<std::ptrdiff_t>(kLines);
}

/// `cpm check *` and `cpm region *` also name README.md: nothing to find mistakes in.
void check_is_yaml(const base::Files& files, const std::string& path, std::size_t limit) {
  if (files.kind(path) != base::EntryKind::file) return;
  const std::string name = base::lower(path);
  if (name.ends_with(".yaml") || name.ends_with(".yml") || says_its_format(files, path, limit)) return;
  throw UsageError(quoted(path) + " is no YAML file, and does not begin with `format:`",
                   "name `.yaml` files, or folders, whose YAML files are read: `.` for this one, `*/` for those in it");
}

}  // namespace

void missing_path(const base::Files& files, const std::string& path) {
  if (path.find('@') != std::string::npos)
    throw UsageError(quoted(path) + " names no file",
                     "give the path of a file; only the commands for Snapshots read versions kept by git", kNoSuchFile);
  if (path.empty()) throw UsageError("an empty path names no file", "name a file or a folder", kNoSuchFile);
  const std::string part = first_missing(files, path);
  std::string message = "there is no file or folder " + quoted(part);
  if (const auto meant = nearest_path(files, part)) message += "; did you mean " + quoted(*meant) + "?";
  throw UsageError(message, "paths are looked up from the current folder", kNoSuchFile);
}

Paths paths_of(const Arguments& arguments, Environment& environment, std::size_t limit, bool versions) {
  Paths found{.paths = arguments.operands()};
  if (std::ranges::count(found.paths, "-") > 1)
    throw UsageError("`-` is given twice, but standard input can be read only once");
  for (const std::string& path : found.paths) {
    if (path == "-")
      found.standard_input = read_input(environment.in, limit);
    else if (is_missing(environment.files, path) && !(versions && add_version(found, path, environment, limit)))
      missing_path(environment.files, path);
    else
      check_is_yaml(environment.files, path, limit);
  }
  if (found.paths.empty()) found.paths.push_back(format::enclosing_repository(environment.files).value_or("."));
  return found;
}

}  // namespace cpm::cli
