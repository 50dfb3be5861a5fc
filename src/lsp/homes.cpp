#include "lsp/homes.h"

#include <algorithm>

#include "lsp/diagnostics.h"
#include "lsp/uri.h"

namespace cpm::lsp {
namespace {

bool is_within(const std::string& path, const std::string& folder) {
  return path == folder || path.starts_with(base::is_root(folder) ? folder : folder + "/");
}

}  // namespace

std::string Homes::below(const Root& root, const std::string& path) {
  const std::size_t above = root.path.size() + (base::is_root(root.path) ? 0 : 1);
  return is_within(path, root.path) && path.size() > above ? path.substr(above) : path;
}

void Homes::add_folder(const std::string& folder) {
  if (std::ranges::find(folders_, folder) != folders_.end()) return;
  folders_.push_back(folder);
  for (const Root& root : engine_.roots_below(folder))
    homes_.try_emplace(root, Home{.root = root}).first->second.of_workspace = true;
}

void Homes::remove_folder(const std::string& folder) {
  std::erase(folders_, folder);
  for (auto& entry : homes_) {
    const std::string& root = entry.first.path;
    entry.second.of_workspace = std::ranges::any_of(
        folders_, [&](const std::string& other) { return is_within(root, other) || is_within(other, root); });
  }
  drop_unused();
}

Root Homes::root_for(const Document& document) {
  const auto known = roots_.find(document.path());
  if (known != roots_.end()) return known->second;
  return roots_.emplace(document.path(), engine_.root_of(document.path())).first->second;
}

Home& Homes::home_of(const Document& document) {
  const Root root = root_for(document);
  return homes_.try_emplace(root, Home{.root = root}).first->second;
}

void Homes::opened(const Document& document) {
  roots_.erase(document.path());
  Home& home = home_of(document);
  engine_.look_again(home.root);
  changed(document);
}

void Homes::changed(const Document& document) {
  Home& home = home_of(document);
  home.stale = true;
  home.changed.insert(document.uri());
}

void Homes::closing(const Document& document) {
  Home& home = home_of(document);
  engine_.look_again(home.root);
  home.stale = true;
  home.changed.erase(document.uri());
  roots_.erase(document.path());
}

void Homes::disk_changed(const std::string& path) {
  if (base::name_of(path) == "cpm.yaml") return all_changed();  // where repositories begin may be another place now
  for (auto& [root, home] : homes_) {
    if (!is_within(path, root.path)) continue;
    engine_.look_again(root);
    home.stale = true;
  }
}

void Homes::all_changed() {
  for (auto& [root, home] : homes_) {
    engine_.look_again(root);
    home.stale = true;
  }
  roots_.clear();
  const std::vector<std::string> folders = std::move(folders_);
  folders_.clear();
  for (const std::string& folder : folders) add_folder(folder);
  for (const Document& document : documents_.all()) changed(document);
  drop_unused();
}

void Homes::looked_into(const Root& root) {
  const auto found = homes_.find(root);
  if (found == homes_.end() || !is_open(found->second)) engine_.forget(root);
}

std::vector<Root> Homes::all_roots() const {
  std::vector<Root> roots;
  for (const auto& [root, home] : homes_)
    if (!root.loose) roots.push_back(root);
  return roots;
}

bool Homes::is_open(const Home& home) const {
  return std::ranges::any_of(documents_.all(), [&](const Document& document) {
    const auto root = roots_.find(document.path());
    return root != roots_.end() && root->second == home.root;
  });
}

/// What nobody looks at any more is forgotten, by the client, too.
void Homes::drop_unused() {
  for (auto at = homes_.begin(); at != homes_.end();) {
    const Home& home = at->second;
    if (home.of_workspace || is_open(home)) {
      ++at;
      continue;
    }
    for (const auto& [uri, told] : home.told) publish(uri, Json::array());
    engine_.forget(home.root);
    at = homes_.erase(at);
  }
}

std::vector<std::string> Homes::loose_files(const Home& home) const {
  std::vector<std::string> files;
  if (!home.root.loose) return files;
  for (const Document& document : documents_.all()) {
    const auto root = roots_.find(document.path());
    if (root != roots_.end() && root->second == home.root && document.reading().kind() != nullptr)
      files.push_back(below(home.root, document.path()));
  }
  return files;
}

void Homes::check(Home& home) {
  home.stale = false;
  const bool open = is_open(home);
  if (!client_.watches_files) engine_.look_again(home.root);  // nobody would say what others change
  home.checked = engine_.check(home.root, {.files = loose_files(home), .again = open});
  tell(home);
  home.changed.clear();
  if (!open) {
    home.checked = {};
    engine_.forget(home.root);
  }
}

const Home& Homes::checked_home(const Document& document) {
  Home& home = home_of(document);
  if (home.stale || home.checked.loaded == nullptr) check(home);
  return home;
}

bool Homes::has_work() const {
  return std::ranges::any_of(homes_, [](const auto& entry) { return entry.second.stale; });
}

std::size_t Homes::stale() const {
  return static_cast<std::size_t>(std::ranges::count_if(homes_, [](const auto& entry) { return entry.second.stale; }));
}

std::optional<Root> Homes::work(Urgency urgency) {
  Home* next = nullptr;
  for (auto& [root, home] : homes_)
    if (home.stale && (is_open(home) || (urgency == Urgency::any && next == nullptr))) next = &home;
  if (next == nullptr) return std::nullopt;
  const Root root = next->root;
  check(*next);
  drop_unused();
  return root;
}

/// A repository within this one is a home of its own, and speaks for its files itself.
bool Homes::is_in_inner_home(const Home& home, const std::string& path) const {
  return std::ranges::any_of(homes_, [&](const auto& entry) {
    const Root& other = entry.first;
    const bool inner = !other.loose && other.path != home.root.path && is_within(other.path, home.root.path);
    return inner && is_within(path, other.path);
  });
}

/// Of a loose folder the open files alone: those that they refer to are read, and not shown.
bool Homes::is_for_us(const Home& home, const std::string& path) const {
  if (is_in_inner_home(home, base::joined_path(home.root.path, path))) return false;
  if (!home.root.loose) return true;
  const std::vector<std::string> files = loose_files(home);
  return std::ranges::find(files, path) != files.end();
}

void Homes::publish(const std::string& uri, const Json& findings) {
  Json params = {{"uri", uri}, {"diagnostics", findings}};
  if (const Document* const document = documents_.find(uri)) params["version"] = document->version();
  outbox_.notify("textDocument/publishDiagnostics", std::move(params));
}

/// Whatever differs from what the client knows; and the documents that changed, whose marks the client may have moved.
void Homes::tell(Home& home) {
  std::map<std::string, Json> now;
  if (home.checked.loaded != nullptr) {
    const auto name = [&](const diag::SourceFile& file) {
      return documents_.uri_of(base::joined_path(home.root.path, file.path()));
    };
    DiagnosticTeller teller(home.checked.loaded->sources, client_, name);
    for (const diag::Diagnostic& finding : home.checked.findings.all()) {
      if (!finding.span.known()) continue;
      const diag::SourceFile& file = home.checked.loaded->sources.file(finding.span.file);
      if (is_for_us(home, file.path()))
        now.try_emplace(name(file), Json::array()).first->second.push_back(teller.json_of(finding));
    }
  }
  for (const std::string& uri : home.changed) now.try_emplace(uri, Json::array());
  for (const auto& [uri, told] : home.told)
    if (!is_in_inner_home(home, path_of_uri(uri).value_or(""))) now.try_emplace(uri, Json::array());
  std::map<std::string, std::string> told;
  for (const auto& [uri, findings] : now) {
    std::string bytes = bytes_of(findings);
    const auto before = home.told.find(uri);
    if (home.changed.contains(uri) || before == home.told.end() || before->second != bytes) publish(uri, findings);
    if (!findings.empty()) told.emplace(uri, std::move(bytes));
  }
  home.told = std::move(told);
}

}  // namespace cpm::lsp
