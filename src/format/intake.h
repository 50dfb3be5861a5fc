#pragma once
// The files of a run before they are read: each path once, with its repository. Reading one is a piece of work of its own
// that needs nothing of the others.
#include <cstddef>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <unordered_set>
#include <vector>

#include "format/discover.h"
#include "format/glance.h"
#include "format/load.h"
#include "format/memory.h"

namespace cpm::format {

/// One file on its way from path to model.
struct Incoming {
  std::size_t number = 0;
  model::Document document;
  std::string root = {};  ///< of its repository; the list of these may grow while the file is read
  diag::SourceFile* file = nullptr;
  std::optional<base::FileReading> given = {};  ///< what does not come from the disk
  bool of_any_kind = true;                      ///< false: passed over when the run does not need its kind
  bool outside = false;                         ///< a link that leads out of the repository: never read
  bool looked_at = false;                       ///< its head, to see whether it is passed over
  bool read = false;
  bool passed_over = false;
  std::optional<base::Date> date = {};  ///< told by the head of a file of the kind whose newest ones are wanted
  diag::Diagnostics findings = {};
};

class Intake {
 public:
  Intake(const base::Files& files, const Request& request, Loaded& loaded)
      : files_(files), request_(request), loaded_(loaded), homes_(files, loaded.workspace) {
    if (request.memory != nullptr) request.memory->add_to(loaded.sources);
  }

  /// A path that the user gave: `-`, a version, a file, or a folder with all that is below.
  void ask(const std::string& path);
  /// A file that another one needs; read at once. nullptr: it was there already.
  Incoming* add_context(const std::string& path);
  /// The same for all files of a home, or of a folder in it.
  std::vector<Incoming*> add_home(const std::string& root);
  std::vector<Incoming*> add_folder(const std::string& folder);
  bool knows(const std::string& path) const { return paths_.contains(path); }
  bool is_file(const std::string& path) const { return files_.kind(path) == base::EntryKind::file; }
  bool is_folder(const std::string& path) const { return files_.kind(path) == base::EntryKind::folder; }

  /// Is the file passed over? Done by `read` where it has not been done before. Both on any thread.
  void look_at(Incoming& incoming) const;
  void read(Incoming& incoming) const;

  /// In the order in which they came.
  const std::vector<std::unique_ptr<Incoming>>& all() const { return all_; }
  /// The model has been taken out of it: only that it was there is still known.
  void forget(const Incoming& incoming) { all_[incoming.number].reset(); }

 private:
  /// Where a file came from, and what that means for it.
  struct Origin {
    std::string real;
    bool asked = false;
    bool of_any_kind = true;
    bool outside = false;
  };

  void ask_folder(const std::string& path);
  bool has_all_below(const std::string& folder) const;
  void ask_version(const std::string& path, const Version& version);
  Incoming* add(const std::string& path, const Origin& origin);
  Incoming& keep(const std::string& path, const std::string& folder, const std::string& real);
  std::vector<Incoming*> add_found(const std::vector<Found>& found);
  std::vector<std::string> ignored(const std::string& folder, bool asked);
  std::string inside(const std::string& path, const std::string& real, std::size_t home);
  std::string below_root(const std::string& path, std::size_t home) const;
  const std::string& real_root(std::size_t home);
  bool leads_out(const std::string& path, const std::string& real);
  bool recalled(Incoming& incoming) const;
  bool may_be_passed_over(const Incoming& incoming) const;
  bool is_of_other_kind(const Glance& glance) const;
  std::optional<unsigned> fiscal_start(const std::string& root) const;

  const base::Files& files_;
  const Request& request_;
  Loaded& loaded_;
  Homes homes_;
  std::vector<std::unique_ptr<Incoming>> all_;
  std::map<std::string, std::size_t> seen_;  ///< by the real path: number
  std::unordered_set<std::string> paths_;    ///< as they were found, to spare the disk questions
  std::vector<std::string> listed_;          ///< folders of which all files are there
  std::vector<std::string> real_roots_;      ///< by home; empty: not requested yet
};

}  // namespace cpm::format
