#pragma once
// Edits of the bytes of a file by its tree: values replaced, parts put in, taken out and moved, with comments and layout kept.
// Nothing: the layout leaves no sure place. What a file says afterwards is for the caller to check.
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "diag/diagnostic.h"
#include "edit/writing.h"

namespace cpm::edit {

using Edits = std::vector<diag::Edit>;

/// A value that stands behind a key or a dash.
struct Slot {
  const yaml::Node& above;  ///< the map or list
  std::size_t index = 0;
};

class Layout {
 public:
  Layout(std::string_view bytes, diag::FileId file, const yaml::Node& root)
      : bytes_(bytes), file_(file), manner_(manner_of(bytes, root)), writing_(manner_) {}

  /// In the style of the value that is there.
  std::optional<Edits> replace(const Slot& slot, const Value& value, const format::Shape& shape) const;
  /// Another key with its value in the place of this one.
  std::optional<Edits> replace_entry(const Slot& slot, std::string_view key, const Value& value,
                                     const format::Shape& shape) const;
  /// Before the part that has this index, or at the end; like its neighbors.
  std::optional<Edits> insert_entry(const Slot& slot, std::string_view key, const Value& value,
                                    const format::Shape& shape) const;
  std::optional<Edits> insert_item(const Slot& slot, const Value& value, const format::Shape& shape) const;
  /// With the comments right above it, except for the first part: those may be about all of them. Not the only part.
  std::optional<Edits> remove(const Slot& slot) const;
  /// Moves an entry of a list, with the comments right above it, so that it gets the index `to`. What stands between the
  /// entries stays there.
  std::optional<Edits> move(const Slot& slot, std::size_t to) const;

 private:
  struct Stretch {
    std::size_t begin = 0;
    std::size_t end = 0;
  };

  std::size_t line_begin(std::size_t at) const;
  std::size_t line_end(std::size_t at) const;     ///< before its line end
  std::size_t line_behind(std::size_t at) const;  ///< where the next line begins
  bool is_first_on_line(std::size_t at) const;
  bool is_blank_line(std::size_t at) const;
  std::size_t column(std::size_t at) const { return column_of(bytes_, at); }

  std::size_t begin_of(const Slot& slot) const;
  std::size_t end_of(const Slot& slot) const;
  std::size_t dash_of(const Slot& slot) const;
  std::size_t with_comments_above(const Slot& slot, bool of_first = false) const;
  bool holds_comment(std::size_t begin, std::size_t end, const yaml::Node& node) const;
  bool is_set_apart(const yaml::Node& above, std::size_t index) const;
  bool are_set_apart(const yaml::Node& above) const;

  diag::Edit edit(std::size_t begin, std::size_t end, std::string_view text) const;
  Edits head_and_tail(std::size_t begin, std::size_t end, const std::string& text) const;
  Edits lines_in(std::size_t at, std::size_t column, const std::string& text, bool apart) const;
  std::optional<Edits> put_in(const Slot& slot, const std::string& text, bool apart) const;
  std::string text_behind(const Slot& slot, const Value& value, const format::Shape& shape) const;
  std::optional<Edits> replace_scalar(const Slot& slot, const yaml::Node& old, const Value& value,
                                      const format::Shape& shape) const;
  std::optional<Edits> replace_block_text(const Slot& slot, const yaml::Node& old, const Value& value,
                                          const format::Shape& shape) const;
  std::optional<std::string> block_like(const yaml::Node& old, const std::string& text) const;
  Edits remove_lines(std::size_t begin, std::size_t end, bool last) const;
  std::optional<Edits> remove_in_flow(const Slot& slot) const;

  std::string_view bytes_;
  diag::FileId file_;
  Manner manner_;
  Writing writing_;
};

}  // namespace cpm::edit
