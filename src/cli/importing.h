#pragma once
// A spreadsheet taken home: which of its differences go into the file, and what became of each. In memory; writes nothing.
#include <memory>
#include <set>
#include <string>
#include <vector>

#include "cli/commands.h"
#include "cli/trial.h"
#include "exchange/merge.h"

namespace cpm::cli {

/// What the user decided beforehand.
struct Decisions {
  bool remove_rows = false;
  bool take_sheet = false;  ///< of every conflict
  bool take_file = false;
  std::set<std::string> cells = {};  ///< whose conflicts the spreadsheet wins: "steps!f7", in lower case
};

/// *taken*: it is in the new bytes. *kept*: the file stays as it is there, since that was decided, or nothing was asked for.
enum class Fate { taken, conflict, kept, problem };

struct Judged {
  exchange::Difference difference;
  Fate fate = Fate::taken;
};

struct Taken {
  std::vector<Judged> all;          ///< in the order of the spreadsheet
  std::string after;                ///< the bytes of the file
  diag::Diagnostics findings = {};  ///< of all files that were read: what was not wrong before
  std::shared_ptr<const format::Loaded> loaded = {};

  std::size_t count(Fate fate) const;
};

/// `before`: the bytes of the file that the trial is about, and `loaded` its repository with them.
Taken taken(Trial& trial, const std::string& before, const std::shared_ptr<const format::Loaded>& loaded,
            std::vector<exchange::Difference> differences, const Decisions& decisions);

}  // namespace cpm::cli
