#pragma once
// What a command works on: the paths of the command line, and which of the files read there the command is about.
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "cli/arguments.h"
#include "cli/commands.h"
#include "cli/environment.h"
#include "format/load.h"

namespace cpm::cli {

struct Paths {
  std::vector<std::string> paths;                        ///< they exist; "-" is standard input
  std::optional<std::string> standard_input = {};        ///< at most one byte more than the limit
  std::map<std::string, format::Version> versions = {};  ///< those of `paths` that git keeps: FILE@REV
};

/// The paths given, or the repository that holds the current folder, or the current folder. Throws UsageError for a
/// path that is not there, with the nearest name. `versions`: FILE@REV is read from git when no file has that name.
Paths paths_of(const Arguments& arguments, Environment& environment, std::size_t limit, bool versions);

/// The files that differ between the revisions of the command line, or between one and the files as they are, each as
/// FILE@REV or FILE; nothing when the words are no revisions. Throws UsageError for a revision that git does not know.
std::optional<Paths> changed_paths(const Arguments& arguments, Environment& environment, std::size_t limit);

/// Of two files the first is what was: a version, which is no part of its repository beside the second.
void set_aside_old_file(Paths& paths, const base::Files& files, std::size_t limit);

/// The document read from a path of the command line, or nullptr.
const model::Document* document_at(const std::string& path, const format::Loaded& loaded, const base::Files& files);

/// The error for a path that is not there.
[[noreturn]] void missing_path(const base::Files& files, const std::string& path);

/// FILE@REV, a version that git keeps, in its two parts: "snapshots/2025.yaml@HEAD~3".
struct VersionName {
  std::string file;
  std::string revision;
};

/// Nothing when the path has no `@`. A file name may hold `@` itself: what is there now, then what ends like a YAML
/// file, is taken for the file.
std::optional<VersionName> version_name(const std::string& path, const base::Files& files);

/// The question for a version, from the part of its path that is there.
GitQuestion git_question(const VersionName& version, const base::Files& files);

/// Throws UsageError for a version that cannot be asked for.
void check_revision(const std::string& path, const VersionName& version);
/// Throws UsageError for a version that could not be read.
void check_reading(const std::string& path, const VersionName& version, const GitReading& reading);

struct Selection {
  std::vector<const model::Document*> documents;  ///< also files too broken to be read, if they may be of the kind
  std::string note = {};                          ///< which one was chosen of several
};

/// Throws UsageError when a named file is of another kind, or when there is nothing to choose from.
Selection select(const Command& command, const Paths& paths, const format::Loaded& loaded, const base::Files& files);

/// The word of a document's kind; of one that could not be read, what its `format:` line says; empty when nothing
/// says it.
std::string kind_word(const model::Document& document, const diag::SourceMap& sources);

}  // namespace cpm::cli
