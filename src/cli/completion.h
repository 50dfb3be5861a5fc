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
struct Offer {
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
  Offer (*offer)(const Place& place, std::string_view kind) = nullptr;  ///< nullptr: people must know it, as a date
  std::string_view kind = {};                                           ///< of files; empty: that of the command
};

std::span<const ValueSource> value_sources();

/// `words` are those behind `cpm`; the last one is to be completed.
Offer completions(const std::vector<std::string>& words, const Environment& environment);

/// The first line says `:words` or `:files`; then one candidate a line, a tab, and what it is.
std::string completion_lines(const Offer& offer);

}  // namespace cpm::cli
