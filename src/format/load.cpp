#include "format/load.h"

#include <algorithm>
#include <map>

#include <fmt/format.h>

#include "base/system/ahead.h"
#include "base/text.h"
#include "format/context.h"
#include "format/discover.h"
#include "format/intake.h"
#include "format/link.h"

namespace cpm::format {
namespace {

using model::Document;

constexpr std::size_t kWindow = 48;  // files read before their turn: what lies in memory without being needed
constexpr std::size_t kStride = 64;  // files between two words of progress
constexpr std::size_t kFewFiles = 4;

/// Reads the files of a run, repository by repository when the findings are all that is wanted, else all at once.
class Loader {
 public:
  Loader(const base::Files& files, const Request& request, Loaded& loaded)
      : files_(files),
        request_(request),
        loaded_(loaded),
        intake_(files, request, loaded),
        context_(intake_, request, loaded) {}

  void run() {
    loaded_.workspace.kinds = request_.kinds;
    loaded_.workspace.unshared = request_.unshared;
    for (const std::string& path : request_.paths) intake_.ask(path);
    for (const auto& incoming : intake_.all()) {
      order_.push_back(incoming.get());
      if (incoming->document.asked) ++loaded_.files;
    }
    if (!request_.newest_of.empty()) pass_over_older();
    if (request_.each_home) std::ranges::stable_sort(order_, {}, home_of);
    base::Ahead ahead({.pieces = order_.size(), .window = kWindow, .threads = threads()},
                      [this](std::size_t piece) { intake_.read(*order_[piece]); });
    for (std::size_t begin = 0; begin < order_.size();) begin = settle(begin, ahead);
    shelve();
  }

 private:
  static std::size_t home_of(const Incoming* incoming) { return incoming->document.home; }

  std::size_t threads() const {
    if (request_.memory != nullptr) return 1;  // which is for one thread at a time
    const std::size_t most = request_.threads > 0 ? request_.threads : base::cores();
    return order_.size() > kFewFiles ? most : 1;
  }

  void pass_over_older() {
    base::Ahead ahead({.pieces = order_.size(), .window = order_.size(), .threads = threads()},
                      [this](std::size_t piece) { intake_.look_at(*order_[piece]); });
    ahead.finish(order_.size());
    std::optional<base::Date> newest;
    for (const Incoming* const file : order_) newest = std::max(newest, file->date);
    for (Incoming* const file : order_) {
      if (!file->date || *file->date == *newest) continue;
      file->passed_over = true;
      ++loaded_.older;
    }
  }

  std::size_t end_of_home(std::size_t begin) const {
    if (!request_.each_home) return order_.size();
    std::size_t end = begin;
    while (end < order_.size() && home_of(order_[end]) == home_of(order_[begin])) ++end;
    return end;
  }

  /// The files from `begin` on that are settled together; returns where the next ones begin.
  std::size_t settle(std::size_t begin, base::Ahead& ahead) {
    const std::size_t end = end_of_home(begin);
    for (std::size_t next = begin; next < end;) {
      next = std::min(next + kStride, end);
      ahead.finish(next);
      if (request_.progress) request_.progress(next);
    }
    std::vector<Incoming*> files(order_.begin() + static_cast<std::ptrdiff_t>(begin),
                                 order_.begin() + static_cast<std::ptrdiff_t>(end));
    context_.add_to(files);
    diag::Diagnostics findings;
    for (Incoming* const file : files) findings.take(std::move(file->findings));
    place(files);
    link(loaded_.workspace, findings);
    report_nested(findings);
    report_other_names(findings);
    report_idle_ignores(findings);
    if (request_.each_home) {
      request_.each_home(loaded_, findings);
      let_go(findings);
    }
    loaded_.findings.take(std::move(findings));
    return end;
  }

  /// Which of the paths holds the file, counted from 1; the innermost where one holds the other.
  std::size_t side_of(const Document& document) const {
    const std::string at = base::joined_path("", document.path) + "/";
    std::size_t side = 0;
    std::size_t longest = 0;
    for (std::size_t i = 0; document.asked && i < request_.paths.size(); ++i) {
      const std::string plain = base::joined_path("", request_.paths[i]);
      const std::string folder = plain.empty() || plain == "." ? std::string() : plain + "/";
      if (!at.starts_with(folder) || (side > 0 && folder.size() <= longest)) continue;
      side = i + 1;
      longest = folder.size();
    }
    return side;
  }

  /// Into the workspace, sorted by path; cpm.yaml becomes what its home goes by.
  void place(std::vector<Incoming*>& files) {
    std::ranges::stable_sort(files, {}, [](const Incoming* file) { return std::string_view(file->document.path); });
    for (Incoming* const file : files) {
      if (request_.compares && request_.paths.size() == 2) file->document.side = side_of(file->document);
      if (file->passed_over)
        loaded_.workspace.homes[home_of(file)].whole = false;
      else
        loaded_.workspace.documents.push_back(std::move(file->document));
      intake_.forget(*file);
    }
    name_settings();
    loaded_.workspace.as_of = request_.as_of;
  }

  void name_settings() {
    for (Document& document : loaded_.workspace.documents) {
      const auto* repository = model::content_as<model::Repository>(document);
      if (repository == nullptr || base::name_of(document.path) != kRepositoryFile) continue;
      model::Home& home = loaded_.workspace.homes[document.home];
      home.repository = repository;
      home.file = document.file;
    }
  }

  /// A `cpm.yaml` below another one makes its folder a repository of its own: nobody may notice that.
  void report_nested(diag::Diagnostics& findings) const {
    for (const Document& document : loaded_.workspace.documents) {
      const auto* repository = model::content_as<model::Repository>(document);
      const std::string& root = loaded_.workspace.homes[document.home].root;
      if (repository == nullptr || !document.asked || base::name_of(document.path) != kRepositoryFile) continue;
      const std::optional<std::string> outer = outer_repository(files_, loaded_.workspace, root);
      if (!outer) continue;
      findings.add(
          {.code = 325,
           .message = fmt::format("this file makes `{}` a repository of its own, apart from the one in `{}`",
                                  base::visible(root), base::visible(*outer)),
           .span = repository->heading.format.span,
           .help = "remove it if both are one county's: references do not reach from one repository to the other, and "
                   "each has its own policy"});
    }
  }

  /// `cpm.yml` and `CPM.yaml` look like the settings, and nobody reads them as such.
  void report_other_names(diag::Diagnostics& findings) const {
    for (const Document& document : loaded_.workspace.documents) {
      const auto* repository = model::content_as<model::Repository>(document);
      if (repository == nullptr || !document.asked || document.past) continue;
      const std::string_view given = base::name_of(document.path);
      const std::string name = base::lower(given);
      if (given == kRepositoryFile || (name != kRepositoryFile && name != "cpm.yml")) continue;
      findings.add({.code = 326,
                    .message = fmt::format(
                        "only a file with the name `cpm.yaml` is read as settings; what `{}` says has no effect",
                        base::visible(given)),
                    .span = repository->heading.format.span,
                    .help = "rename it to `cpm.yaml`, or delete it if there is one already"});
    }
  }

  /// A path of `ignore` that leads nowhere, perhaps misspelled or meant as a pattern.
  void report_idle_ignores(diag::Diagnostics& findings) const {
    for (const Document& document : loaded_.workspace.documents) {
      const auto* repository = model::content_as<model::Repository>(document);
      if (repository == nullptr || !document.asked || document.past || base::name_of(document.path) != kRepositoryFile)
        continue;
      for (const diag::LocatedText& entry : repository->ignore) {
        if (!entry ||
            files_.kind(base::joined_path(base::folder_of(document.path), *entry)) != base::EntryKind::missing)
          continue;
        const bool pattern = entry->find_first_of("*?[") != std::string::npos;
        findings.add(
            {.code = 327,
             .message = fmt::format("there is no file or folder `{}`, so it leaves out nothing", base::visible(*entry)),
             .span = entry.span,
             .help = pattern ? "`ignore` takes paths from the folder of `cpm.yaml`, not patterns: name the folder"
                             : "correct the path, which counts from the folder of `cpm.yaml`, or remove it"});
      }
    }
  }

  /// What was judged: of its text the lines that findings show, of its content what cpm.yaml says.
  void let_go(const diag::Diagnostics& findings) {
    std::map<diag::FileId, std::vector<diag::Span>> shown;
    for (const diag::Diagnostic& finding : findings.all()) {
      shown[finding.span.file].push_back(finding.span);
      for (const diag::Label& label : finding.labels) shown[label.span.file].push_back(label.span);
      if (finding.fix)
        for (const diag::Edit& edit : finding.fix->edits) shown[edit.span.file].push_back(edit.span);
    }
    for (Document& document : loaded_.workspace.documents) {
      loaded_.sources.file(document.file).keep_lines_of(std::move(shown[document.file]));
      loaded_.workspace.homes[document.home].repository = nullptr;
      document.instrument = nullptr;
      document.plan = nullptr;
      document.snapshot = nullptr;
      if (!std::holds_alternative<model::Repository>(document.content)) document.content = std::monostate{};
      settled_.push_back(std::move(document));
    }
    loaded_.workspace.documents.clear();
  }

  /// The documents that were put aside one home after the other, in the order of their paths.
  void shelve() {
    if (!request_.each_home) return;
    std::ranges::stable_sort(settled_, {}, &Document::path);
    for (Document& document : settled_) loaded_.workspace.documents.push_back(std::move(document));
    name_settings();
  }

  const base::Files& files_;
  const Request& request_;
  Loaded& loaded_;
  Intake intake_;
  Context context_;
  std::vector<Incoming*> order_;
  std::vector<Document> settled_;
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
