#pragma once
// All documents of a run, with references between them resolved to pointers (by format/link). No reading here.
#include <deque>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "base/assert.h"
#include "base/date.h"
#include "model/baseline.h"
#include "model/fidelity.h"
#include "model/instrument.h"
#include "model/logic_model.h"
#include "model/plan.h"
#include "model/reference.h"
#include "model/repository.h"
#include "model/roadmap.h"
#include "model/sheet_map.h"
#include "model/snapshot.h"
#include "model/support.h"
#include "model/theory.h"

namespace cpm::model {

/// The content of one file. `std::monostate`: it could not be read as any kind; findings say why.
using Content = std::variant<std::monostate, Repository, Instrument, Snapshot, Plan, Support, TheoryOfChange,
                             LogicModel, Roadmap, Fidelity, Baseline, SheetMap, Regions, Counties, Toolkits, Outcomes>;

/// One file of a run.
struct Document {
  std::string path;  ///< as in SourceFile
  diag::FileId file = -1;
  std::string inside;      ///< path from the home's root, as references and suppressions name it; set by format/load
  std::size_t home = 0;    ///< index in `Workspace::homes`
  bool asked = false;      ///< named by the user or found below a named folder; else only read as context
  bool past = false;       ///< a version that git keeps (`inside` ends in `@REV`): no part of its home
  std::size_t side = 0;    ///< of two folders that are compared: 1 or 2; what each of them holds is no copy
  bool usable = false;     ///< no error in text, shape or references: rules and scores may read it
  std::string print = {};  ///< fingerprint of all its values, where the run asked for one
  Content content;

  // Set by format/link; nullptr when the reference is missing or dangling.
  const Instrument* instrument = nullptr;  ///< snapshots: the instrument named
  const Document* plan = nullptr;          ///< support needs and logic models: the plan they belong to
  const Document* snapshot = nullptr;      ///< plans: the Snapshot the plan follows
};

/// A county's repository: the folder with `cpm.yaml`; without one the folder that was asked for, or that the run began in.
struct Home {
  std::string root;                        ///< path prefix of its files, "." for the current folder
  const Repository* repository = nullptr;  ///< nullptr: no `cpm.yaml`
  diag::FileId file = -1;                  ///< of `cpm.yaml`
  bool whole = true;                       ///< false: files of it were passed over, as the run does not need them
};

/// Reference lists and default instrument that are compiled in.
struct BuiltIn {
  Counties counties;
  Regions regions;
  Toolkits toolkits;
  Outcomes outcomes;
  std::vector<Instrument> instruments;
};

struct Workspace {
  std::deque<Document> documents;  ///< sorted by path; addresses stay valid
  std::deque<Home> homes;
  const BuiltIn* built_in = nullptr;
  base::Date as_of{};
  /// Words of the kinds that were read; empty: all. Nothing is said of what refers to files of the others.
  std::span<const std::string_view> kinds = {};
  /// Words of kinds that need not be there, though they were read: nothing is said of what refers to them either.
  std::span<const std::string_view> unshared = {};
};

/// Are references to files of this kind looked at?
bool follows(const Workspace& workspace, std::string_view kind);

template <class T>
const T* content_as(const Document& document) {
  return std::get_if<T>(&document.content);
}

/// The content of a document that is known to hold a T.
template <class T>
const T& content_of(const Document& document) {
  const T* const content = content_as<T>(document);
  CPM_ASSERT(content != nullptr);
  return *content;
}

/// The documents with content of type T, in path order.
template <class T>
std::vector<const Document*> documents_of(const Workspace& workspace) {
  std::vector<const Document*> found;
  for (const Document& document : workspace.documents)
    if (content_as<T>(document) != nullptr) found.push_back(&document);
  return found;
}

/// The outcome of one of the home's logic models, or nullptr.
const LogicOutcome* find_logic_outcome(const Workspace& workspace, std::size_t home, std::string_view id);

/// Groups below this size are not shown: what the home's `cpm.yaml` says, else 5.
std::int64_t smallest_group(const Workspace& workspace, std::size_t home);

/// "Yolo County"; "Alder County (example)" for `example-alder`, "Example County" for `example`; else the word itself.
std::string county_name(const BuiltIn& built_in, std::string_view county);

}  // namespace cpm::model
