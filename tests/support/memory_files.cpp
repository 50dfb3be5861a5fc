#include "tests/support/memory_files.h"

#include <algorithm>

namespace cpm::test {
namespace {

std::string plain(std::string_view path) {
  return base::joined_path("", path);
}

const std::string* found(const std::map<std::string, std::string>& map, const std::string& key) {
  const auto at = map.find(key);
  return at == map.end() ? nullptr : &at->second;
}

}  // namespace

void MemoryFiles::add(std::string_view path, std::string_view bytes) {
  files_[plain(path)] = std::string{bytes};
  add_folder(base::folder_of(plain(path)));
}

void MemoryFiles::add_folder(std::string_view path) {
  std::string folder = plain(path);
  while (folders_.insert(folder).second) folder = base::folder_of(folder);
}

void MemoryFiles::add_other(std::string_view path) {
  others_.insert(plain(path));
  add_folder(base::folder_of(plain(path)));
}

void MemoryFiles::add_link(std::string_view link, std::string_view target) {
  links_[plain(link)] = plain(target);
  add_folder(base::folder_of(plain(link)));
}

void MemoryFiles::make_unreadable(std::string_view path, std::string_view problem) {
  unreadable_[plain(path)] = std::string{problem};
}

void MemoryFiles::make_unwritable(std::string_view path, std::string_view problem) {
  unwritable_[plain(path)] = std::string{problem};
}

void MemoryFiles::make_unlistable(std::string_view folder, std::string_view problem) {
  unlistable_[plain(folder)] = std::string{problem};
}

bool MemoryFiles::has(std::string_view path) const {
  return files_.count(real_path(std::string{path})) > 0;
}

std::string MemoryFiles::bytes(std::string_view path) const {
  const std::string* const bytes = found(files_, real_path(std::string{path}));
  return bytes != nullptr ? *bytes : std::string{};
}

base::EntryKind MemoryFiles::kind(const std::string& path) const {
  const std::string real = real_path(path);
  if (files_.count(real) > 0) return base::EntryKind::file;
  if (folders_.count(real) > 0) return base::EntryKind::folder;
  return others_.count(real) > 0 ? base::EntryKind::other : base::EntryKind::missing;
}

base::FileReading MemoryFiles::read(const std::string& path, std::size_t limit) const {
  const auto unread = [](std::string problem, bool too_large = false) {
    return base::FileReading{.bytes = {}, .problem = std::move(problem), .too_large = too_large};
  };
  const std::string real = real_path(path);
  if (const std::string* const problem = found(unreadable_, real)) return unread(*problem);
  if (kind(path) == base::EntryKind::missing) return unread("no such file");
  if (kind(path) == base::EntryKind::folder) return unread("is a folder");
  if (kind(path) == base::EntryKind::other) return unread("is not a regular file");
  if (const auto change = changes_.find(real); change != changes_.end() && change->second.reads-- == 0)
    files_[real] = change->second.bytes;
  const std::string& bytes = files_.at(real);
  if (bytes.size() > limit) return unread("is larger than " + std::to_string(limit) + " bytes", true);
  return base::FileReading{.bytes = bytes, .problem = {}, .too_large = false};
}

std::string MemoryFiles::head(const std::string& path, std::size_t most) const {
  const std::string real = real_path(path);
  const bool readable = kind(path) == base::EntryKind::file && found(unreadable_, real) == nullptr;
  return readable ? files_.at(real).substr(0, most) : std::string{};
}

void MemoryFiles::change_after_reads(std::string_view path, int reads, std::string_view bytes) {
  changes_[plain(path)] = {.reads = reads, .bytes = std::string{bytes}};
}

std::vector<base::Entry> MemoryFiles::entries(const std::string& folder) const {
  const std::string real = real_path(folder);
  const auto cannot = [&](const std::string& why) {
    return base::IoError("cannot list the folder `" + folder + "`: " + why);
  };
  if (const std::string* const problem = found(unlistable_, real)) throw cannot(*problem);
  if (kind(folder) == base::EntryKind::missing) throw cannot("no such folder");
  if (kind(folder) != base::EntryKind::folder) throw cannot("is not a folder");
  std::set<std::string> names;
  const auto take = [&](const std::string& path) {
    if (path != real && base::folder_of(path) == real) names.insert(std::string{base::name_of(path)});
  };
  for (const auto& file : files_) take(file.first);
  for (const std::string& entry : folders_) take(entry);
  for (const std::string& entry : others_) take(entry);
  for (const auto& link : links_) take(link.first);
  std::vector<base::Entry> entries;
  for (const std::string& name : names) {
    const std::string path = base::joined_path(folder, name);
    entries.push_back({.name = name, .kind = kind(path), .link = real_path(path) != base::joined_path(real, name)});
  }
  return entries;
}

// Replaces the longest linked beginning of the path, a few times over: links may lead to links.
std::string MemoryFiles::real_path(const std::string& path) const {
  constexpr int kMostLinks = 8;
  std::string real = plain(path);
  for (int links = 0; links < kMostLinks; ++links) {
    std::string start = real;
    while (start != "." && start != "/" && links_.count(start) == 0) start = base::folder_of(start);
    const std::string* const target = found(links_, start);
    if (target == nullptr) break;
    real = base::joined_path(*target, "./" + real.substr(start.size()));
  }
  return real;
}

void MemoryFiles::write(const std::string& path, std::string_view bytes) {
  writes_.push_back(plain(path));
  const std::string real = real_path(path);
  const auto cannot = [&](const std::string& why) { return base::IoError("cannot write `" + path + "`: " + why); };
  if (const std::string* const problem = found(unwritable_, real)) throw cannot(*problem);
  if (kind(path) == base::EntryKind::folder) throw cannot("it is a folder; name a file");
  const std::string folder = base::folder_of(real);
  if (kind(folder) != base::EntryKind::folder) throw cannot("there is no folder `" + folder + "`");
  if (kind(path) != base::EntryKind::other) files_[real] = std::string{bytes};
}

void MemoryFiles::append(const std::string& path, std::string_view bytes) {
  write(path, this->bytes(real_path(path)).append(bytes));
}

void MemoryFiles::make_folder(const std::string& path) {
  const std::string real = real_path(path);
  const auto cannot = [&](const std::string& why) {
    return base::IoError("cannot make the folder `" + path + "`: " + why);
  };
  if (const std::string* const problem = found(unwritable_, real)) throw cannot(*problem);
  for (std::string above = real; folders_.count(above) == 0; above = base::folder_of(above))
    if (kind(above) != base::EntryKind::missing) throw cannot("there is a file of that name");
  add_folder(real);
}

}  // namespace cpm::test
