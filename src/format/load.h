#pragma once
// From paths to a workspace: finds the files, reads them and what they refer to, decodes and links. Mistakes in files become
// findings; one bad file never hides another. Throws base::IoError only when a folder cannot be listed.
#include <algorithm>
#include <cstddef>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "base/files.h"
#include "diag/diagnostic.h"
#include "diag/source_file.h"
#include "model/workspace.h"
#include "yaml/reader.h"

namespace cpm::format {

/// A version of a file that is not the one on the disk.
struct Version {
  std::string file;  ///< the path it had, or has
  base::FileReading reading = {};
};

struct Loaded;
class Memory;

struct Request {
  std::vector<std::string> paths;  ///< files and folders that exist; "-" is `standard_input`; keys of `versions`
  std::optional<std::string> standard_input = {};
  std::map<std::string, Version> versions = {};  ///< by the path given: "snapshots/2025.yaml@HEAD~1"
  yaml::Limits limits = {};
  base::Date as_of{};
  std::function<void(std::size_t files)> progress = {};  ///< called after each file, with the number read so far
  bool compares = false;                                 ///< the two paths are two sides: what both hold is no mistake
  bool whole_homes = false;  ///< also every other file of the repositories that the paths lie in
  /// Words of the kinds that are needed; files found below folders that are plainly of another kind are passed over.
  std::span<const std::string_view> kinds = {};
  bool reads(std::string_view kind) const { return kinds.empty() || std::ranges::find(kinds, kind) != kinds.end(); }
  std::span<const std::string_view> unshared = {};  ///< as in `model::Workspace`
  /// Word of the kind of which only the newest files are needed: those below folders that plainly are older than another one
  /// are passed over too.
  std::string_view newest_of = {};
  /// For runs that want the findings alone: called for each repository when all its files are linked, with these in the
  /// workspace and their findings, which may be changed. Then the contents are let go, except of `cpm.yaml`.
  std::function<void(Loaded& loaded, diag::Diagnostics& findings)> each_home = {};
  bool prints = false;       ///< each document gets its fingerprint
  std::size_t threads = 0;   ///< 0: as many as there are cores
  Memory* memory = nullptr;  ///< of earlier runs, then with what this one reads; nullptr: there is none
};

/// Everything a run works on. Not movable: documents and spans point into it.
struct Loaded {
  diag::SourceMap sources;
  const model::BuiltIn& built_in;
  model::Workspace workspace;
  diag::Diagnostics findings;
  std::size_t files = 0;    ///< asked for and looked at, also those that could not be read
  std::size_t ignored = 0;  ///< YAML files below the folders asked for that a `cpm.yaml` sets aside
  std::size_t older = 0;    ///< of those the ones passed over as older than the newest

  explicit Loaded(const model::BuiltIn& lists) : built_in(lists) {}
  Loaded(const Loaded&) = delete;
  Loaded& operator=(const Loaded&) = delete;
};

std::unique_ptr<Loaded> load(const base::Files& files, const Request& request);

/// Only the reference lists and the default instrument, which are read once: for `list`, `new`, `schema`.
std::unique_ptr<Loaded> load_built_in();

/// The root of the repository that holds the current folder, as a path from there: ".", "..", "../.."; nothing when no folder
/// up to the root of the disk or of the git checkout has a `cpm.yaml`.
std::optional<std::string> enclosing_repository(const base::Files& files);

/// The document of this path among those asked for, or nullptr.
const model::Document* find_document(const model::Workspace& workspace, const std::string& path);

}  // namespace cpm::format
