#include "cli/shelf.h"

#include <algorithm>

#include "format/discover.h"
#include "yaml/reader.h"

namespace cpm::cli {

void Shelf::clear() {
  kinds_.clear();
  readings_.clear();
  entries_.clear();
  real_.clear();
}

const std::string* Shelf::open_text(const std::string& path) const {
  if (open_.all().empty()) return nullptr;
  const lsp::Document* const document = open_.find_real(real_path(path));
  return document == nullptr ? nullptr : &document->text();
}

base::EntryKind Shelf::kind(const std::string& path) const {
  const auto [at, fresh] = kinds_.try_emplace(absolute(path));
  if (fresh) at->second = open_text(path) != nullptr ? base::EntryKind::file : below_.kind(at->first);
  if (at->second == base::EntryKind::missing && holds_open_file(at->first)) at->second = base::EntryKind::folder;
  return at->second;
}

bool Shelf::holds_open_file(const std::string& folder) const {
  return std::ranges::any_of(open_.all(),
                             [&](const lsp::Document& document) { return document.path().starts_with(folder + "/"); });
}

base::FileReading Shelf::read(const std::string& path, std::size_t limit) const {
  if (const std::string* const text = open_text(path)) {
    if (text->size() > limit) return {.bytes = {}, .problem = "is too large", .too_large = true};
    return {.bytes = *text, .problem = {}, .too_large = false};
  }
  const auto [at, fresh] = readings_.try_emplace(absolute(path));
  if (fresh) at->second = below_.read(at->first, std::max(limit, yaml::Limits{}.bytes));
  if (at->second.bytes.size() > limit) return {.bytes = {}, .problem = "is too large", .too_large = true};
  return at->second;
}

std::string Shelf::head(const std::string& path, std::size_t most) const {
  return read(path, yaml::Limits{}.bytes).bytes.substr(0, most);
}

bool Shelf::is_other_repository(const std::string& folder, const base::Entry& entry) const {
  return entry.kind == base::EntryKind::folder &&
         below_.kind(base::joined_path(folder, entry.name + "/" + std::string(format::kRepositoryFile))) ==
             base::EntryKind::file;
}

/// New files that have not been saved yet, also in new folders.
void Shelf::add_open_files(const std::string& folder, std::vector<base::Entry>& entries) const {
  const std::string above = base::is_root(folder) ? folder : folder + "/";
  for (const lsp::Document& document : open_.all()) {
    if (!document.path().starts_with(above)) continue;
    const std::string rest = document.path().substr(above.size());
    const std::string name = rest.substr(0, rest.find('/'));
    if (std::ranges::find(entries, name, &base::Entry::name) == entries.end())
      entries.push_back(
          {.name = name, .kind = name == rest ? base::EntryKind::file : base::EntryKind::folder, .link = false});
  }
  std::ranges::sort(entries, {}, &base::Entry::name);
}

std::vector<base::Entry> Shelf::entries(const std::string& folder) const {
  const auto [at, fresh] = entries_.try_emplace(absolute(folder));
  std::vector<base::Entry>& found = at->second;
  if (!fresh) return found;
  const std::string& path = at->first;
  if (below_.kind(path) == base::EntryKind::folder) found = below_.entries(path);
  std::erase_if(found, [&](const base::Entry& entry) { return is_other_repository(path, entry); });
  add_open_files(path, found);
  return found;
}

std::string Shelf::real_path(const std::string& path) const {
  const auto [at, fresh] = real_.try_emplace(absolute(path));
  if (fresh) at->second = below_.real_path(at->first);
  return at->second;
}

void Shelf::write(const std::string& path, std::string_view bytes) {
  clear();
  below_.write(absolute(path), bytes);
}

void Shelf::append(const std::string& path, std::string_view bytes) {
  clear();
  below_.append(absolute(path), bytes);
}

void Shelf::make_folder(const std::string& path) {
  clear();
  below_.make_folder(absolute(path));
}

}  // namespace cpm::cli
