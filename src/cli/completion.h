#pragma once
// What a shell may offer at a place of the command line (the hidden verb `cpm complete`): commands, options and their
// values from the tables of commands, names from the built-in lists, files by what their first line says they are.
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "cli/commands.h"

namespace cpm::cli {

/// What the scripts of `cpm completions` ask; no command of people, so no row of their table.
inline constexpr std::string_view kCompletionVerb = "complete";

/// One thing to offer: the whole word as it would stand there, and a few words about it.
struct Candidate {
  std::string word;
  std::string about = {};
};

/// Files are offered as paths, which shells quote and go on with behind a folder.
struct Completions {
  std::vector<Candidate> candidates;
  bool files = false;
};

/// Where the word to be completed stands.
struct Place {
  const Command& command;
  const Environment& environment;
  std::string typed;                           ///< what is there of the word
  std::span<const std::string> operands = {};  ///< those in front of it
};

/// How a value is found, by the word that stands for it in usages: "FILE", "COUNTY", "PLAN".
struct ValueSource {
  std::string_view word;
  Completions (*offer)(const Place& place,
                       std::string_view kind) = nullptr;  ///< nullptr: people must know it, as a date
  std::string_view kind = {};                             ///< of files; empty: that of the command
};

std::span<const ValueSource> value_sources();

/// Every file and folder of the folder typed.
Completions any_files(const Place& place, std::string_view kind);
/// Folders alone.
Completions folders(const Place& place, std::string_view kind);
/// YAML files and folders; where a kind of file is wanted, files of that kind in the folder typed and below it.
Completions files_of_kind(const Place& place, std::string_view kind);

/// `words` are those behind `cpm`; the last one is to be completed.
Completions completions(const std::vector<std::string>& words, const Environment& environment);

/// The first line says `:words` or `:files`; then one candidate a line, a tab, and what it is.
std::string completion_lines(const Completions& offer);

/// The shells that can complete words of cpm.
struct Shell {
  std::string_view name;   ///< "bash"; its script is src/builtin/completions/cpm.<name>
  std::string_view place;  ///< where a person puts that script
};

std::span<const Shell> shells();

/// What `cpm list` can list, by word.
struct ListTopic {
  std::string_view word;
  std::string_view title;
};

std::vector<ListTopic> list_topics();

}  // namespace cpm::cli
