#include "format/memory.h"

namespace cpm::format {
namespace {

constexpr std::size_t kMostFiles = 5000;

}  // namespace

void Memory::add_to(diag::SourceMap& sources) {
  if (paths_.size() > kMostFiles) *this = {};
  for (const std::string& path : paths_) sources.add(path, {});
}

diag::FileId Memory::id_of(const std::string& path, diag::SourceMap& sources) {
  if (const auto known = ids_.find(path); known != ids_.end()) return known->second;
  const diag::FileId id = sources.add(path, {});
  paths_.push_back(path);
  ids_.emplace(path, id);
  return id;
}

const Memory::Reading* Memory::find(const diag::SourceFile& file) const {
  const auto found = kept_.find(file.path());
  return found == kept_.end() || found->second.bytes != file.bytes() ? nullptr : &found->second.reading;
}

void Memory::keep(const diag::SourceFile& file, Reading reading) {
  kept_.insert_or_assign(file.path(), Kept{.bytes = file.bytes(), .reading = std::move(reading)});
}

}  // namespace cpm::format
