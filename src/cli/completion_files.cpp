// Files for a shell to offer, seen as a user types them: "snapshots/20", "~/counties/". Never more than it can look at in
// a blink.
#include <fmt/format.h>

#include "base/text.h"
#include "cli/completion.h"
#include "format/discover.h"
#include "format/kinds.h"

namespace cpm::cli {
namespace {

/// Looked at below one folder before it is offered folder by folder instead.
constexpr std::size_t kMostEntries = 2000;
constexpr std::size_t kMostBytes = std::size_t{1024} * 1024;

/// "snapshots/20" → shown "snapshots/", the same on the disk, begun "20"; `~` is the user's home.
struct Typed {
  std::string shown;
  std::string folder;
  std::string begun;
};

Typed parted(const Place& place) {
  const std::size_t slash = place.typed.rfind('/');
  const std::size_t begin = slash == std::string::npos ? 0 : slash + 1;
  Typed typed{.shown = place.typed.substr(0, begin), .folder = {}, .begun = place.typed.substr(begin)};
  typed.folder = typed.shown;
  if (typed.folder.starts_with("~/")) typed.folder.replace(0, 1, place.environment.variable("HOME"));
  if (typed.folder.empty()) typed.folder = "./";
  return typed;
}

/// Names that a line can hold and a terminal shows as they are; hidden ones only when asked for.
bool can_be_offered(const std::string& name, const std::string& begun) {
  return name.starts_with(begun) && (!name.starts_with('.') || begun.starts_with('.')) && !name.starts_with(':') &&
         base::visible(name) == name;
}

std::vector<std::string> names_in(const base::Files& files, const std::string& folder) {
  try {
    return files.list(folder);
  } catch (const base::IoError&) {
    return {};
  }
}

bool is_yaml(std::string_view name) {
  return format::is_yaml_name(name);
}

/// What the `format:` line says, also with quotes or a remark; empty without one.
std::string_view kind_said(std::string_view bytes) {
  constexpr std::string_view kKey = "format:";
  for (const std::string_view line : base::split(bytes, '\n')) {
    if (!line.starts_with(kKey)) continue;
    std::string_view value = base::trimmed(line.substr(kKey.size()));
    if (value.starts_with('"') || value.starts_with('\'')) value.remove_prefix(1);
    const std::vector<std::string_view> parts = base::split(value, '/');
    return parts.size() > 1 && parts[0] == "cpm" ? parts[1] : std::string_view{};
  }
  return {};
}

bool is_of_kind(const base::Files& files, const std::string& path, std::string_view kind) {
  const base::FileReading reading = files.read(path, kMostBytes);
  return reading.problem.empty() && kind_said(reading.bytes) == kind;
}

/// What to take of one folder.
struct Wanted {
  bool folders = true;
  bool (*file)(std::string_view name) = nullptr;  ///< nullptr: no file
};

Completions of_folder(const Place& place, const Wanted& wanted) {
  const Typed typed = parted(place);
  const base::Files& files = place.environment.files;
  Completions offer{.candidates = {}, .files = true};
  for (const std::string& name : names_in(files, typed.folder)) {
    if (!can_be_offered(name, typed.begun)) continue;
    const base::EntryKind kind = files.kind(typed.folder + name);
    if (kind == base::EntryKind::folder && wanted.folders)
      offer.candidates.push_back({.word = fmt::format("{}{}/", typed.shown, name), .about = "folder"});
    else if (kind == base::EntryKind::file && wanted.file != nullptr && wanted.file(name))
      offer.candidates.push_back({.word = typed.shown + name});
  }
  return offer;
}

/// Files of one kind in a folder and below; gives up in a forest.
class Search {
 public:
  Search(const base::Files& files, std::string_view kind) : files_(files), kind_(kind) {
    if (const format::Kind* const row = format::find_kind(kind)) title_ = row->title;
  }

  void enter(const std::string& folder, const std::string& shown, const std::string& begun) {
    for (const std::string& name : names_in(files_, folder)) {
      if (++seen_ > kMostEntries) return;
      if (can_be_offered(name, begun)) look_at(folder + name, shown + name, name);
    }
  }

  bool gave_up() const { return seen_ > kMostEntries; }
  std::vector<Candidate> found() { return std::move(found_); }

 private:
  void look_at(const std::string& path, const std::string& shown, std::string_view name) {
    const base::EntryKind entry = files_.kind(path);
    if (entry == base::EntryKind::folder) {
      constexpr int kMostDepth = 4;
      if (++depth_ <= kMostDepth) enter(path + "/", shown + "/", {});
      --depth_;
    } else if (entry == base::EntryKind::file && is_yaml(name) && is_of_kind(files_, path, kind_)) {
      found_.push_back({.word = shown, .about = std::string(title_)});
    }
  }

  const base::Files& files_;
  std::string_view kind_;
  std::string_view title_;
  std::vector<Candidate> found_;
  std::size_t seen_ = 0;
  int depth_ = 0;
};

}  // namespace

Completions any_files(const Place& place, std::string_view) {
  return of_folder(place, {.folders = true, .file = [](std::string_view) { return true; }});
}

Completions folders(const Place& place, std::string_view) {
  return of_folder(place, {.folders = true});
}

Completions files_of_kind(const Place& place, std::string_view kind) {
  const Wanted by_name{.folders = true, .file = is_yaml};
  if (kind.empty()) return of_folder(place, by_name);
  const Typed typed = parted(place);
  Search search(place.environment.files, kind);
  search.enter(typed.folder, typed.shown, typed.begun);
  if (search.gave_up()) return of_folder(place, by_name);
  return {.candidates = search.found(), .files = true};
}

}  // namespace cpm::cli
