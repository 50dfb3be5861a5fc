#include "cli/editor_engine.h"

#include <algorithm>
#include <sstream>

#include "cli/findings.h"
#include "cli/fixing.h"
#include "cli/home_files.h"
#include "cli/surroundings.h"
#include "format/discover.h"

namespace cpm::cli {
namespace {

/// Files that lie in no repository, open or not, know of each other what is open.
class LooseAround final : public assist::Around {
 public:
  LooseAround(std::unique_ptr<Surroundings> alone, const lsp::Documents& open, std::string folder)
      : alone_(std::move(alone)), open_(open), folder_(std::move(folder)) {}

  const model::BuiltIn& built_in() override { return alone_->built_in(); }
  std::vector<assist::Neighbor> files(std::string_view kind) override {
    std::vector<assist::Neighbor> files;
    for (const lsp::Document& document : open_.all()) {
      const bool fits = document.reading().kind() != nullptr && document.reading().kind()->word == kind;
      if (fits && base::folder_of(document.path()) == folder_)
        files.push_back({.inside = std::string(base::name_of(document.path())), .bytes = document.text()});
    }
    return files;
  }
  const model::Instrument* instrument(std::string_view id, std::string_view version) override {
    return alone_->instrument(id, version);
  }
  base::Date today() override { return alone_->today(); }

 private:
  std::unique_ptr<Surroundings> alone_;
  const lsp::Documents& open_;
  std::string folder_;
};

bool is_repository(const base::Files& files, const std::string& folder) {
  return files.kind(base::joined_path(folder, format::kRepositoryFile)) == base::EntryKind::file;
}

/// Looks so far, and no further: a home folder may hold a million files.
struct Reach {
  std::size_t folders = 20000;
  int depth = 6;
};

void add_roots(const base::Files& files, const std::string& folder, int depth, Reach& reach,
               std::vector<lsp::Root>& roots) {
  if (depth > reach.depth || reach.folders == 0) return;
  --reach.folders;
  if (is_repository(files, folder)) roots.push_back({.path = folder});
  std::vector<base::Entry> entries;
  try {
    entries = files.entries(folder);
  } catch (const base::IoError&) {
    return;  // a folder that may not be looked into holds nothing for us
  }
  for (const base::Entry& entry : entries)
    if (entry.kind == base::EntryKind::folder && !entry.link && !entry.name.starts_with('.') &&
        entry.name != "node_modules")
      add_roots(files, base::joined_path(folder, entry.name), depth + 1, reach, roots);
}

}  // namespace

lsp::Root EditorEngine::root_of(const std::string& path) {
  const bool folder = environment_.files.kind(path) == base::EntryKind::folder;
  const HomeFolder home = home_folder(environment_.files, path);
  if (home.repository) return {.path = home.root};
  return {.path = folder ? path : base::folder_of(path), .loose = true};
}

std::vector<lsp::Root> EditorEngine::roots_below(const std::string& folder) {
  std::vector<lsp::Root> roots;
  Reach reach;
  add_roots(environment_.files, folder, 0, reach, roots);
  const lsp::Root own = root_of(folder);
  if (!own.loose && std::ranges::find(roots, own) == roots.end()) roots.push_back(own);
  std::sort(roots.begin(), roots.end());
  return roots;
}

EditorEngine::Desk& EditorEngine::desk(const lsp::Root& root) {
  std::unique_ptr<Desk>& desk = desks_[root];
  if (!desk) desk = std::make_unique<Desk>(Desk{.files = Shelf(environment_.files, open_, root.path)});
  return *desk;
}

lsp::Checked EditorEngine::check(const lsp::Root& root, const lsp::CheckWish& wish) {
  if (root.loose && wish.files.empty()) return {};
  Desk& its = desk(root);
  format::Request request{.paths = root.loose ? wish.files : std::vector<std::string>{"."}, .as_of = today_()};
  // One file is decoded after a key press; a repository that is read once is read on all cores.
  if (wish.again) request.memory = &its.memory;
  std::shared_ptr<format::Loaded> loaded = format::load(its.files, request);
  judge(*loaded);
  lsp::Checked checked{.loaded = loaded, .findings = concerning(asked_documents(*loaded), *loaded)};
  return checked;
}

std::unique_ptr<assist::Around> EditorEngine::around(const lsp::Root& root, const std::string& inside) {
  auto around = std::make_unique<Surroundings>(desk(root).files, inside, today_());
  if (!root.loose) return around;
  return std::make_unique<LooseAround>(std::move(around), open_, root.path);
}

std::string EditorEngine::bytes_of(const lsp::Root& root, const std::string& inside) {
  const Shelf& files = desk(root).files;
  if (files.kind(inside) != base::EntryKind::file) return {};
  return files.read(inside, yaml::Limits{}.bytes).bytes;
}

Environment EditorEngine::environment_of(Desk& desk, std::istream& in, std::ostream& out, std::ostream& err) const {
  Environment environment{.files = desk.files, .in = in, .out = out, .err = err};
  environment.variable = environment_.variable;
  environment.today = today_;
  environment.program_folder = environment_.program_folder;
  environment.memory = &desk.memory;
  return environment;
}

std::string EditorEngine::fixed(const lsp::Root& root, const std::string& inside) {
  std::istringstream in;
  std::ostringstream unsaid;
  Environment environment = environment_of(desk(root), in, unsaid, unsaid);
  const Arguments arguments;
  const Run run{.command = *find_command("fix"),
                .arguments = arguments,
                .environment = environment,
                .as_of = today_(),
                .paths = {inside}};
  for (const FixedFile& file : cli::fixed(run, false).files)
    if (file.path == inside) return file.after;
  return bytes_of(root, inside);
}

lsp::Ran EditorEngine::run(const lsp::Root& root, const std::vector<std::string>& words) {
  std::istringstream in;
  std::ostringstream out;
  std::ostringstream err;
  Environment environment = environment_of(desk(root), in, out, err);
  const int status = cli::run(words, environment);
  return {.status = status, .out = out.str(), .err = err.str()};
}

void EditorEngine::look_again(const lsp::Root& root) {
  const auto found = desks_.find(root);
  if (found != desks_.end()) found->second->files.clear();
}

}  // namespace cpm::cli
