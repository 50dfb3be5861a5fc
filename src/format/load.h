#pragma once
// From paths to a workspace: finds the files, reads them and what they refer to, decodes and links. Mistakes in files become
// findings; one bad file never hides another. Throws base::IoError only when a folder cannot be listed.
#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/date.h"
#include "base/files.h"
#include "diag/diagnostic.h"
#include "diag/source_file.h"
#include "model/workspace.h"
#include "yaml/reader.h"

namespace cpm::format {

struct Request {
  std::vector<std::string> paths;  ///< files and folders that exist; "-" is `standard_input`
  std::optional<std::string> standard_input = {};
  yaml::Limits limits = {};
  base::Date as_of{};
};

/// Everything a run works on. Not movable: documents and spans point into it.
struct Loaded {
  diag::SourceMap sources;
  model::BuiltIn built_in;
  model::Workspace workspace;
  diag::Diagnostics findings;
  std::size_t files = 0;  ///< asked for and looked at, also those that could not be read

  Loaded() = default;
  Loaded(const Loaded&) = delete;
  Loaded& operator=(const Loaded&) = delete;
};

std::unique_ptr<Loaded> load(const base::Files& files, const Request& request);

/// Only the reference lists and the default instrument: for `list`, `new`, `schema`.
std::unique_ptr<Loaded> load_built_in();

/// The root of the repository that holds the current folder, as a path from there: ".", "..", "../.."; nothing when no folder
/// up to the root of the disk or of the git checkout has a `cpm.yaml`.
std::optional<std::string> enclosing_repository(const base::Files& files);

/// The document of this path among those asked for, or nullptr.
const model::Document* find_document(const model::Workspace& workspace, const std::string& path);

}  // namespace cpm::format
