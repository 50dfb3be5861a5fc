#include "cli/surroundings.h"

#include "assist/reading.h"
#include "format/read_document.h"

namespace cpm::cli {

const model::BuiltIn& Surroundings::built_in() {
  if (!lists_) lists_ = format::load_built_in();
  return lists_->built_in;
}

const std::vector<HomeFile>& Surroundings::home() {
  if (home_) return *home_;
  home_.emplace();
  try {
    const HomeFolder folder = home_folder(files_, path_);
    if (folder.repository) home_ = files_of_home(files_, folder);
  } catch (const base::IoError&) {
    home_->clear();  // a check says which folder cannot be listed
  }
  return *home_;
}

const std::string& Surroundings::bytes_of(const std::string& path) {
  const auto [at, fresh] = bytes_.try_emplace(path);
  if (fresh) at->second = files_.read(path, yaml::Limits{}.bytes).bytes;
  return at->second;
}

std::vector<assist::Neighbor> Surroundings::files(std::string_view kind) {
  std::vector<assist::Neighbor> found;
  for (const HomeFile& file : home())
    if (file.kind == kind) found.push_back({.inside = file.inside, .bytes = bytes_of(file.path)});
  return found;
}

const model::Instrument* Surroundings::decoded(const assist::Neighbor& file) {
  const auto [at, fresh] = instruments_.try_emplace(file.inside);
  if (fresh) {
    const diag::SourceFile source(file.inside, std::string(file.bytes));
    diag::Diagnostics unsaid;
    format::read_untried(source, 0, {}, &built_in(), at->second, unsaid);
  }
  return std::get_if<model::Instrument>(&at->second);
}

const model::Instrument* Surroundings::instrument(std::string_view id, std::string_view version) {
  if (id.empty()) return nullptr;
  const model::Instrument* near = nullptr;
  for (const model::Instrument& each : built_in().instruments) {
    if (each.id.value == id && each.version.value == version) return &each;
    if (each.id.value == id) near = &each;
  }
  for (const assist::Neighbor& file : files("instrument")) {
    const assist::Reading reading(file.bytes);
    if (reading.text_at("id") != id) continue;
    const bool same = reading.text_at("version") == version;
    if (same || near == nullptr) near = decoded(file);
    if (same && near != nullptr) return near;
  }
  return near;
}

}  // namespace cpm::cli
