#pragma once
// Who names whom in a repository: every id that a file defines, and every place of any file that refers to one. By the field
// tables and the texts alone, so also while files have errors; what refers to what is decided as format/link decides it.
#include <deque>
#include <map>
#include <memory>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "assist/around.h"
#include "assist/reading.h"

namespace cpm::lsp {

/// A file of the repository, as a text.
struct NamedFile {
  std::string inside;  ///< from the root
  std::string_view bytes;
  std::unique_ptr<assist::Reading> reading;
};

/// A place that has an id. Where ids mean the same thing they are of one space: "steps@plans/2025-07.yaml".
struct Mention {
  const NamedFile* file = nullptr;
  std::size_t part = 0;
  std::size_t begin = 0;  ///< of the id without its quotes
  std::size_t end = 0;
  bool quoted = false;
  bool flow = false;  ///< between brackets
  bool definition = false;
  std::string id;
  std::vector<std::string> spaces = {};  ///< of a definition its own; of a reference those in which it looks
};

class Names {
 public:
  /// Valid as long as `around`.
  explicit Names(assist::Around& around);

  const std::deque<Mention>& all() const { return mentions_; }
  /// nullptr where none is.
  const Mention* at(std::string_view inside, std::size_t byte) const;
  /// What the mention means: itself, or what it refers to. Several where nothing tells which.
  std::vector<const Mention*> definitions_of(const Mention& mention) const;
  /// All places that name the same thing, definitions among them, in the order of files and bytes. Things that one reference
  /// cannot tell apart are one.
  std::vector<const Mention*> same_as(const Mention& mention) const;
  /// Is the id in this space of cpm's own lists?
  bool is_built_in(const Mention& mention, std::string_view id) const;
  const NamedFile* file(std::string_view inside) const;
  /// The record that a definition names, in the county's words; may be empty.
  static std::string title_of(const Mention& definition);

 private:
  using Spaces = std::vector<std::string>;

  void add_mentions(const NamedFile& file);
  void add_mention(const NamedFile& file, std::size_t part, assist::Stretch place, Mention mention);
  void resolve_loose_names();
  Spaces spaces_of(const NamedFile& file, std::size_t part, const format::Shape& shape) const;
  Spaces referred(const NamedFile& file, std::size_t part, format::Refers refers) const;
  Spaces named(const NamedFile& file, format::Names names) const;
  Spaces instruments_of(const NamedFile& file) const;
  Spaces own_items(const NamedFile& file, std::size_t part) const;
  std::string instrument(std::string_view id, std::string_view version) const;
  Spaces all_instruments() const;
  std::vector<const NamedFile*> files_of(std::string_view kind) const;
  std::vector<const NamedFile*> meant(const NamedFile& file, std::string_view kind) const;

  assist::Around& around_;
  std::deque<NamedFile> files_;
  std::deque<Mention> mentions_;
  std::vector<Mention*> loose_;  ///< whose spaces are those of what has the id: filled in last
};

/// The keys that lead to a part, without list entries: "areas.items.id".
std::string key_path(const assist::Reading& reading, std::size_t part);

}  // namespace cpm::lsp
