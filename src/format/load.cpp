#include "format/load.h"

#include <algorithm>
#include <map>
#include <set>

#include "base/text.h"
#include "format/discover.h"
#include "format/link.h"
#include "format/read_document.h"

namespace cpm::format {
namespace {

using model::Document;

/// Reads files into a Loaded, each path once, and what they refer to.
class Loader {
 public:
  Loader(const base::Files& files, const Request& request, Loaded& loaded)
      : files_(files), request_(request), loaded_(loaded), homes_(files, loaded.workspace) {}

  void run() {
    for (const std::string& path : request_.paths) ask(path);
    loaded_.files = static_cast<std::size_t>(std::ranges::count(documents_, true, &Document::asked));
    read_context();
    finish();
  }

 private:
  void ask(const std::string& path) {
    if (path == "-") return add_standard_input();
    if (const auto version = request_.versions.find(path); version != request_.versions.end())
      return add_version(path, version->second);
    if (files_.kind(path) != base::EntryKind::folder) return add(path, true);
    const std::string start = base::joined_path("", path);
    homes_.begin_at(start);
    const std::string root = loaded_.workspace.homes[homes_.home_of(start)].root;
    const auto ignores = [&](const std::string& folder) {
      std::vector<std::string> paths = ignored(folder, true);
      if (folder != start || files_.real_path(root) == files_.real_path(start)) return paths;
      for (std::string& above : ignored(root, false)) paths.push_back(std::move(above));
      return paths;
    };
    for (const std::string& file : files_below(files_, start, ignores)) add(file, true);
  }

  void add_standard_input() {
    base::FileReading reading{.bytes = request_.standard_input.value_or(""), .problem = {}, .too_large = false};
    if (reading.bytes.size() > request_.limits.bytes)
      reading = {.bytes = {}, .problem = "is too large", .too_large = true};
    add_bytes("<stdin>", ".", std::move(reading), true);
  }

  void add_version(const std::string& path, const Version& version) {
    const auto [at, fresh] = seen_.try_emplace(path, documents_.size());
    if (!fresh) return;
    add_bytes(path, base::folder_of(version.file), version.reading, true);
    Document& document = documents_.back();
    document.past = true;
    document.inside = inside(version.file, loaded_.workspace.homes[document.home].root) +
                      path.substr(std::min(path.size(), version.file.size()));
  }

  /// What the `cpm.yaml` of a folder says is not cpm's; reads that file first.
  std::vector<std::string> ignored(const std::string& folder, bool asked) {
    const std::string path = base::joined_path(folder, kRepositoryFile);
    if (files_.kind(path) != base::EntryKind::file) return {};
    add(path, asked);
    const Document& document = documents_[seen_.at(files_.real_path(path))];
    const auto* repository = model::content_as<model::Repository>(document);
    std::vector<std::string> paths;
    if (repository == nullptr) return paths;
    for (const diag::LocatedText& entry : repository->ignore)
      if (entry) paths.push_back(base::joined_path(folder, entry.value));
    return paths;
  }

  void add(const std::string& path, bool asked) {
    const auto [at, fresh] = seen_.try_emplace(files_.real_path(path), documents_.size());
    if (fresh) return add_bytes(path, base::folder_of(path), files_.read(path, request_.limits.bytes), asked);
    if (asked) documents_[at->second].asked = true;
  }

  void add_bytes(const std::string& path, const std::string& folder, base::FileReading reading, bool asked) {
    Document document;
    document.path = path;
    document.asked = asked;
    document.home = homes_.home_of(base::joined_path("", folder));
    document.inside = inside(path, loaded_.workspace.homes[document.home].root);
    document.file = loaded_.sources.add(path, std::move(reading.bytes));
    if (reading.too_large)
      report_too_large(document);
    else if (!reading.problem.empty())
      report_unreadable(document, reading.problem);
    else
      read_document(loaded_.sources.file(document.file), document.file, request_.limits, &loaded_.built_in.counties,
                    document.content, loaded_.findings);
    documents_.push_back(std::move(document));
    if (request_.progress) request_.progress(documents_.size());
  }

  /// The path from the root of the home; a file behind a link that leads elsewhere keeps its own path.
  std::string inside(const std::string& path, const std::string& root) const {
    const std::string real = files_.real_path(path);
    const std::string start = files_.real_path(root);
    if (start == ".") return real;
    const std::string prefix = start == "/" ? start : start + "/";
    return real.starts_with(prefix) ? real.substr(prefix.size()) : path;
  }

  void report_unreadable(const Document& document, const std::string& problem) {
    loaded_.findings.add({.code = 901,
                          .message = "this file cannot be read: " + problem,
                          .span = diag::whole(document.file),
                          .help = "check that the file exists and that you may read it"});
  }

  void report_too_large(const Document& document) {
    loaded_.findings.add({.code = 105,
                          .message = "this file is larger than " + std::to_string(request_.limits.bytes) + " bytes",
                          .span = diag::whole(document.file),
                          .help = "split it, or raise the limit with `--max-file-size`"});
  }

  /// `cpm.yaml`, instruments and Snapshots that the asked files need and that were not asked for.
  void read_context() {
    for (std::size_t i = 0; i < loaded_.workspace.homes.size(); ++i) {
      const std::string path = base::joined_path(loaded_.workspace.homes[i].root, kRepositoryFile);
      if (files_.kind(path) == base::EntryKind::file) add(path, false);
    }
    for (std::size_t i = 0; i < documents_.size(); ++i)
      if (looks_around(documents_[i])) read_whole_home(documents_[i].home);
    for (std::size_t i = 0; i < documents_.size(); ++i) read_named_files(i);
    for (std::size_t i = 0; i < documents_.size(); ++i) read_snapshot_of_plan(i);
    for (std::size_t i = 0; i < documents_.size(); ++i) read_instrument_of_snapshot(i);
  }

  /// Does the document refer to files that it does not name: a plan to support needs, a theory to a logic model?
  bool looks_around(const Document& document) const {
    if (!document.asked) return false;
    if (request_.whole_homes) return true;
    if (holds_any<model::Support, model::LogicModel>(document)) return true;
    if (const auto* repository = model::content_as<model::Repository>(document)) return !repository->offers.empty();
    if (const auto* plan = model::content_as<model::Plan>(document))
      return std::ranges::any_of(plan->steps, [](const model::Step& step) { return !step.supports.empty(); }) ||
             std::ranges::any_of(plan->objectives, [this](const auto& each) { return is_own_outcome(each.outcome); });
    const auto* theory = model::content_as<model::TheoryOfChange>(document);
    if (theory == nullptr) return false;
    for (const auto* clauses : {&theory->if_clauses, &theory->then_clauses})
      for (const model::Clause& clause : *clauses)
        if (std::ranges::any_of(clause.outcomes, [this](const auto& id) { return is_own_outcome(id); })) return true;
    return false;
  }

  bool is_own_outcome(const diag::LocatedText& id) const {
    return id.given && model::find_outcome(loaded_.built_in.outcomes, id.value) == nullptr;
  }

  template <class... Kinds>
  static bool holds_any(const Document& document) {
    return (std::holds_alternative<Kinds>(document.content) || ...);
  }

  /// The plan and the Snapshot that support needs and logic models name, also where no `cpm.yaml` makes a repository.
  void read_named_files(std::size_t index) {
    std::vector<std::string> named;
    if (const auto* support = model::content_as<model::Support>(documents_[index]))
      named = {inside_repository(support->plan), inside_repository(support->snapshot)};
    if (const auto* logic_model = model::content_as<model::LogicModel>(documents_[index]))
      named = {inside_repository(logic_model->plan)};
    const std::string root = loaded_.workspace.homes[documents_[index].home].root;
    for (const std::string& inside : named) {
      const std::string path = base::joined_path(root, inside);
      if (!inside.empty() && files_.kind(path) == base::EntryKind::file) add(path, false);
    }
  }

  void read_snapshot_of_plan(std::size_t index) {
    const auto* plan = model::content_as<model::Plan>(documents_[index]);
    if (plan == nullptr || !plan->snapshot) return;
    const std::string inside = snapshot_inside(*plan);
    const std::string path = base::joined_path(loaded_.workspace.homes[documents_[index].home].root, inside);
    if (!inside.empty() && files_.kind(path) == base::EntryKind::file) return add(path, false);
    read_whole_home(documents_[index].home);
  }

  void read_instrument_of_snapshot(std::size_t index) {
    const auto* snapshot = model::content_as<model::Snapshot>(documents_[index]);
    if (snapshot == nullptr || !snapshot->instrument.id) return;
    for (const model::Instrument& instrument : loaded_.built_in.instruments)
      if (instrument.id.value == snapshot->instrument.id.value &&
          instrument.version.value == snapshot->instrument.version.value)
        return;
    const std::string folder = base::joined_path(loaded_.workspace.homes[documents_[index].home].root, "instruments");
    if (files_.kind(folder) == base::EntryKind::folder)
      for (const std::string& file : files_below(files_, folder, no_ignores)) add(file, false);
    else
      read_whole_home(documents_[index].home);
  }

  /// For references by date or to an instrument outside its usual folder: everything the repository has.
  void read_whole_home(std::size_t home) {
    if (!whole_homes_.insert(home).second) return;
    const std::string root = loaded_.workspace.homes[home].root;
    const std::string cpm_yaml = base::joined_path(root, kRepositoryFile);
    if (files_.kind(cpm_yaml) != base::EntryKind::file) return;
    for (const std::string& file :
         files_below(files_, root, [this](const std::string& folder) { return ignored(folder, false); }))
      add(file, false);
  }

  void finish() {
    std::ranges::stable_sort(documents_, {}, &Document::path);
    for (Document& document : documents_) {
      Document& kept = loaded_.workspace.documents.emplace_back(std::move(document));
      const auto* repository = model::content_as<model::Repository>(kept);
      if (repository == nullptr || base::name_of(kept.path) != kRepositoryFile) continue;
      model::Home& home = loaded_.workspace.homes[kept.home];
      home.repository = repository;
      home.file = kept.file;
    }
    loaded_.workspace.built_in = &loaded_.built_in;
    loaded_.workspace.as_of = request_.as_of;
    link(loaded_.workspace, loaded_.findings);
  }

  const base::Files& files_;
  const Request& request_;
  Loaded& loaded_;
  Homes homes_;
  std::vector<Document> documents_;
  std::map<std::string, std::size_t> seen_;  ///< by the real path: position in `documents_`
  std::set<std::size_t> whole_homes_;
};

}  // namespace

std::unique_ptr<Loaded> load(const base::Files& files, const Request& request) {
  std::unique_ptr<Loaded> loaded = load_built_in();
  Loader(files, request, *loaded).run();
  return loaded;
}

const model::Document* find_document(const model::Workspace& workspace, const std::string& path) {
  for (const model::Document& document : workspace.documents)
    if (document.path == path || base::joined_path("", document.path) == base::joined_path("", path)) return &document;
  return nullptr;
}

}  // namespace cpm::format
