#pragma once
// What the server asks of the rest of cpm: the commands' own answers about a county's repository, with the open texts in the
// place of what the disk has. A repository is named by its root, an absolute path; paths of its files are from there.
#include <memory>
#include <string>
#include <tuple>
#include <vector>

#include "assist/around.h"
#include "diag/diagnostic.h"
#include "format/load.h"

namespace cpm::lsp {

/// Of which repository a file or folder is. Without one it is loose: looked at alone, when somebody has it open.
struct Root {
  std::string path;  ///< of a loose file its folder
  bool loose = false;
  friend bool operator==(const Root&, const Root&) = default;
  friend bool operator<(const Root& a, const Root& b) { return std::tie(a.path, a.loose) < std::tie(b.path, b.loose); }
};

struct Checked {
  std::shared_ptr<const format::Loaded> loaded;  ///< nullptr: could not be read, or has been given back
  diag::Diagnostics findings;                    ///< those of `cpm check`, in its order
};

struct CheckWish {
  std::vector<std::string> files = {};  ///< to look at in a folder that is no repository
  bool again = false;                   ///< it will be checked again and again: what was read is to be remembered
};

/// A command that was run, with what it would have printed.
struct Ran {
  int status = 0;
  std::string out;
  std::string err;
};

class Engine {
 public:
  virtual ~Engine() = default;

  virtual Root root_of(const std::string& path) = 0;
  /// The repositories in a folder and below, and the one that holds it; their paths sorted.
  virtual std::vector<Root> roots_below(const std::string& folder) = 0;
  virtual Checked check(const Root& root, const CheckWish& wish) = 0;
  /// What surrounds a file, for completion and hover; valid until the next change.
  virtual std::unique_ptr<assist::Around> around(const Root& root, const std::string& inside) = 0;
  /// The bytes of a file of the repository, with what is open; empty when it cannot be read.
  virtual std::string bytes_of(const Root& root, const std::string& inside) = 0;
  /// The bytes of a file with all of its safe fixes, as `cpm fix` makes them.
  virtual std::string fixed(const Root& root, const std::string& inside) = 0;
  /// A command of cpm, run in the root of the repository.
  virtual Ran run(const Root& root, const std::vector<std::string>& words) = 0;
  /// Files may have come, gone or changed on the disk.
  virtual void look_again(const Root& root) = 0;
  /// Nobody works in this repository any more.
  virtual void forget(const Root& root) = 0;
  virtual base::Date today() = 0;
};

}  // namespace cpm::lsp
