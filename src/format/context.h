#pragma once
// What the files asked for need and nobody asked for: settings, instruments, Snapshots, plans, and whole repositories where
// a reference does not name a file.
#include <set>
#include <string>
#include <vector>

#include "format/intake.h"

namespace cpm::format {

class Context {
 public:
  Context(Intake& intake, const Request& request, const Loaded& loaded)
      : intake_(intake), request_(request), loaded_(loaded) {}

  /// Adds to `files`, all of which have been read, what they need.
  void add_to(std::vector<Incoming*>& files);

 private:
  void add_settings();
  bool looks_around(const model::Document& document) const;
  bool follows_plans() const { return model::follows(loaded_.workspace, "plan"); }
  bool is_own_outcome(const diag::LocatedText& id) const;
  void add_named_files(const model::Document& document);
  void add_snapshot_of_plan(const model::Document& document);
  void add_instrument_of_snapshot(const model::Document& document);
  void add_home(std::size_t home);
  void add_file(std::size_t home, const std::string& inside);
  const std::string& root_of(std::size_t home) const { return loaded_.workspace.homes[home].root; }
  void take(const std::vector<Incoming*>& fresh) { files_->insert(files_->end(), fresh.begin(), fresh.end()); }

  Intake& intake_;
  const Request& request_;
  const Loaded& loaded_;
  std::vector<Incoming*>* files_ = nullptr;
  std::set<std::size_t> whole_homes_;
};

}  // namespace cpm::format
