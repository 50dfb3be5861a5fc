#pragma once
// FILE@REV: a version of a file that git keeps, read through the `git` program. No shell, no network, nothing written.
#include <cstddef>
#include <optional>
#include <string>

#include "base/files.h"

namespace cpm::cli {

/// "snapshots/2025.yaml@HEAD~3" in its two parts.
struct VersionName {
  std::string file;
  std::string revision;
};

/// Nothing when the path has no `@`. A file name may hold `@` itself: what is there now, then what ends like a YAML
/// file, is taken for the file.
std::optional<VersionName> version_name(const std::string& path, const base::Files& files);

enum class GitProblem { none, no_program, no_repository, no_revision, no_file, no_answer };

struct GitReading {
  GitProblem problem = GitProblem::none;
  std::string said = {};  ///< by git, in a line; for `no_answer`
  base::FileReading file = {};
};

/// What git is asked for: `name` is a path below `folder`, which exists.
struct GitQuestion {
  std::string folder;
  std::string name;
  std::string revision;
};

/// The bytes of a file at a revision, up to the limit.
GitReading read_from_git(const GitQuestion& question, std::size_t limit);

/// The question for a version, from the part of its path that is there.
GitQuestion git_question(const VersionName& version, const base::Files& files);

/// Throws UsageError for a version that could not be read, or that cannot be asked for.
void check_revision(const std::string& path, const VersionName& version);
void check_reading(const std::string& path, const VersionName& version, const GitReading& reading);

}  // namespace cpm::cli
