// Which files come in. Reading one is in intake_reading.cpp.
#include "format/intake.h"

#include <algorithm>

namespace cpm::format {
namespace {

bool is_below(const std::string& path, const std::string& folder) {
  if (folder == ".") return !base::is_absolute(path) && path != ".." && !path.starts_with("../");
  return path == folder || path.starts_with(base::is_root(folder) ? folder : folder + "/");
}

}  // namespace

void Intake::ask(const std::string& path) {
  if (path == "-") {
    Incoming& incoming = keep("<stdin>", ".", "<stdin>");
    incoming.document.asked = true;
    incoming.given = {.bytes = request_.standard_input.value_or(""), .problem = {}, .too_large = false};
    if (incoming.given->bytes.size() > request_.limits.bytes)
      incoming.given = {.bytes = {}, .problem = "is too large", .too_large = true};
    return;
  }
  if (const auto version = request_.versions.find(path); version != request_.versions.end())
    return ask_version(path, version->second);
  if (files_.kind(path) == base::EntryKind::folder) return ask_folder(path);
  add(path, {.real = files_.real_path(path), .asked = true});
}

void Intake::ask_version(const std::string& path, const Version& version) {
  if (seen_.contains(path)) return;
  Incoming& incoming = keep(path, base::folder_of(version.file), files_.real_path(version.file));
  seen_.emplace(path, incoming.number);
  incoming.given = version.reading;
  incoming.document.asked = true;
  incoming.document.past = true;
  incoming.document.inside = inside(version.file, files_.real_path(version.file), incoming.document.home) +
                             path.substr(std::min(path.size(), version.file.size()));
}

void Intake::ask_folder(const std::string& path) {
  const std::string start = base::joined_path("", path);
  homes_.begin_at(start);
  const std::string root = loaded_.workspace.homes[homes_.home_of(start)].root;
  bool set_aside = false;  // what one home leaves out may lie in another one
  const auto ignores = [&](const std::string& folder) {
    std::vector<std::string> paths = ignored(folder, true);
    if (folder == start && files_.real_path(root) != files_.real_path(start))
      for (std::string& above : ignored(root, false)) paths.push_back(std::move(above));
    set_aside = set_aside || !paths.empty();
    return paths;
  };
  const auto out = [this](const std::string& at, const std::string& real) { return leads_out(at, real); };
  const Below below = files_below(files_, start, ignores, out);
  loaded_.ignored += below.ignored;
  for (const Found& found : below.files)
    add(found.path, {.real = found.real, .asked = true, .of_any_kind = false, .outside = found.outside});
  if (!set_aside) listed_.push_back(start);
}

bool Intake::has_all_below(const std::string& folder) const {
  const auto holds_it = [at = base::joined_path("", folder)](const std::string& listed) {
    return is_below(at, listed);
  };
  return std::ranges::any_of(listed_, holds_it);
}

Incoming* Intake::add(const std::string& path, const Origin& origin) {
  const auto [at, fresh] = seen_.try_emplace(origin.real, all_.size());
  if (fresh) {
    Incoming& incoming = keep(path, base::folder_of(path), origin.real);
    incoming.outside = origin.outside;
    incoming.of_any_kind = false;
    if (origin.outside) incoming.document.inside = below_root(path, incoming.document.home);
  }
  if (all_[at->second] == nullptr) return nullptr;
  Incoming& incoming = *all_[at->second];
  incoming.document.asked = incoming.document.asked || origin.asked;
  incoming.of_any_kind = incoming.of_any_kind || origin.of_any_kind;
  incoming.outside = incoming.outside && origin.outside;
  return fresh ? &incoming : nullptr;
}

Incoming* Intake::add_context(const std::string& path) {
  const std::string real = files_.real_path(path);
  const bool outside = leads_out(path, real);
  Incoming* const incoming = add(path, {.real = real, .asked = false, .of_any_kind = false, .outside = outside});
  if (incoming != nullptr) read(*incoming);
  return incoming;
}

std::vector<Incoming*> Intake::add_found(const std::vector<Found>& found) {
  std::vector<Incoming*> fresh;
  for (const Found& file : found) {
    Incoming* const incoming = add(file.path,
                                   {.real = file.real, .asked = false, .of_any_kind = false, .outside = file.outside});
    if (incoming == nullptr) continue;
    read(*incoming);
    fresh.push_back(incoming);
  }
  return fresh;
}

std::vector<Incoming*> Intake::add_home(const std::string& root) {
  if (has_all_below(root) || !is_file(base::joined_path(root, kRepositoryFile))) return {};
  return add_found(files_below(
                       files_, root, [this](const std::string& folder) { return ignored(folder, false); },
                       [this](const std::string& path, const std::string& real) { return leads_out(path, real); })
                       .files);
}

std::vector<Incoming*> Intake::add_folder(const std::string& folder) {
  return add_found(files_below(
                       files_, folder, [](const std::string&) { return std::vector<std::string>(); },
                       [this](const std::string& path, const std::string& real) { return leads_out(path, real); })
                       .files);
}

Incoming& Intake::keep(const std::string& path, const std::string& folder, const std::string& real) {
  Incoming& incoming = *all_.emplace_back(std::make_unique<Incoming>());
  incoming.number = all_.size() - 1;
  model::Document& document = incoming.document;
  document.path = path;
  paths_.insert(path);
  document.home = homes_.home_of(base::joined_path("", folder));
  document.inside = inside(path, real, document.home);
  incoming.root = loaded_.workspace.homes[document.home].root;
  document.file = request_.memory == nullptr ? loaded_.sources.add(path, {})
                                             : request_.memory->id_of(path, loaded_.sources);
  incoming.file = &loaded_.sources.file(document.file);
  return incoming;
}

/// What the `cpm.yaml` of a folder says is not cpm's; reads that file first.
std::vector<std::string> Intake::ignored(const std::string& folder, bool asked) {
  const std::string path = base::joined_path(folder, kRepositoryFile);
  if (!is_file(path)) return {};
  const std::string real = files_.real_path(path);
  add(path, {.real = real, .asked = asked, .of_any_kind = true, .outside = leads_out(path, real)});
  if (all_[seen_.at(real)] == nullptr) return {};
  Incoming& settings = *all_[seen_.at(real)];
  read(settings);
  std::vector<std::string> paths;
  if (const auto* repository = model::content_as<model::Repository>(settings.document))
    for (const diag::LocatedText& entry : repository->ignore)
      if (entry) paths.push_back(base::joined_path(folder, entry.value));
  return paths;
}

const std::string& Intake::real_root(std::size_t home) {
  if (home >= real_roots_.size()) real_roots_.resize(home + 1);
  if (real_roots_[home].empty()) real_roots_[home] = files_.real_path(loaded_.workspace.homes[home].root);
  return real_roots_[home];
}

bool Intake::leads_out(const std::string& path, const std::string& real) {
  if (real == path) return false;  // it leads nowhere, which reading it will tell
  // A link to a folder may be a repository of its own: then it is what its files belong to.
  const std::string folder = is_folder(path) ? path : base::folder_of(path);
  return !is_below(real, real_root(homes_.home_of(base::joined_path("", folder))));
}

/// The same by the text of the path: where references expect the file.
std::string Intake::below_root(const std::string& path, std::size_t home) const {
  const std::string root = loaded_.workspace.homes[home].root + "/";
  const std::string plain = base::joined_path("", path);
  return plain.starts_with(root) ? plain.substr(root.size()) : plain;
}

/// The path from the root of the home; a file behind a link that leads elsewhere keeps its own path.
std::string Intake::inside(const std::string& path, const std::string& real, std::size_t home) {
  const std::string& start = real_root(home);
  if (start == ".") return real;
  const std::string prefix = base::is_root(start) ? start : start + "/";
  return real.starts_with(prefix) ? real.substr(prefix.size()) : path;
}

}  // namespace cpm::format
