#pragma once
// The repositories that somebody looks at: which files are open in each, what its check has found, and what the client has been
// told of it. A change makes a repository stale; it is checked when nothing else waits, or when an answer rests on it.
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "lsp/client.h"
#include "lsp/documents.h"
#include "lsp/engine.h"
#include "lsp/outbox.h"

namespace cpm::lsp {

struct Home {
  Root root;
  bool stale = true;
  bool of_workspace = false;  ///< checked also while no file of it is open
  Checked checked = {};
  std::map<std::string, std::string> told = {};  ///< what the client knows of each file with findings, by URI
  std::set<std::string> changed = {};            ///< URIs of documents that changed since the last check
};

class Homes {
 public:
  Homes(Engine& engine, Documents& documents, const Client& client, Outbox& outbox)
      : engine_(engine), documents_(documents), client_(client), outbox_(outbox) {}

  void add_folder(const std::string& folder);
  void remove_folder(const std::string& folder);

  void opened(const Document& document);
  void changed(const Document& document);
  /// Before it is closed.
  void closing(const Document& document);
  void disk_changed(const std::string& path);
  void all_changed();

  /// That of a file, with its findings as they are now.
  const Home& checked_home(const Document& document);
  Home& home_of(const Document& document);
  /// Its path from the root of its home.
  std::string inside(const Document& document) { return below(home_of(document).root, document.path()); }
  static std::string below(const Root& root, const std::string& path);

  bool has_work() const;
  /// Which repositories are to be checked: those with open files, or all, these first.
  enum class Urgency { open, any };
  /// Checks one stale repository; returns its root, or nothing when there is none.
  std::optional<Root> work(Urgency urgency);
  std::size_t stale() const;
  /// Of the workspace, or with an open file; not the loose ones.
  std::vector<Root> all_roots() const;
  /// An answer has looked into a repository: what was read of it is kept only if a file of it is open.
  void looked_into(const Root& root);

 private:
  bool is_open(const Home& home) const;
  Root root_for(const Document& document);
  void check(Home& home);
  void tell(Home& home);
  std::vector<std::string> loose_files(const Home& home) const;
  bool is_in_inner_home(const Home& home, const std::string& path) const;
  bool is_for_us(const Home& home, const std::string& path) const;
  void drop_unused();
  void publish(const std::string& uri, const Json& findings);

  Engine& engine_;
  Documents& documents_;
  const Client& client_;
  Outbox& outbox_;
  std::vector<std::string> folders_;
  std::map<Root, Home> homes_;
  std::map<std::string, Root> roots_;  ///< by the path of an open document
};

}  // namespace cpm::lsp
