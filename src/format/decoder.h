#pragma once
// Tree to model, driven by the field tables: every value read by the type of its field, every mistake reported once, with the
// record it belongs to. One Decoder reads one file.
#include <bitset>
#include <string>
#include <type_traits>
#include <vector>

#include "diag/diagnostic.h"
#include "format/shape.h"
#include "model/reference.h"

namespace cpm::format {

class Decoder {
 public:
  /// `counties` may be nullptr while the list of counties itself is read.
  Decoder(const model::Counties* counties, diag::Diagnostics& findings);

  // One reader per scalar. They report what is wrong and leave `given` false.
  void read_text(const yaml::Node& node, const Shape& shape, diag::LocatedText& out);
  void read_date(const yaml::Node& node, diag::Located<base::Date>& out);
  void read_whole(const yaml::Node& node, const Shape& shape, diag::Located<std::int64_t>& out);
  void read_decimal(const yaml::Node& node, diag::Located<base::Decimal>& out);
  void read_flag(const yaml::Node& node, diag::Located<bool>& out);
  /// The position of the word among the choices, or -1.
  int read_choice(const yaml::Node& node, const Shape& shape);

  /// Is the node a list / map / record of keys? Reports if not, and if it has too few entries.
  bool is_list(const yaml::Node& node, const Shape& shape);
  bool is_map(const yaml::Node& node, const Shape& shape);

  /// Reads the fields of a record into `out`: misspelt, unknown, missing and excluded keys.
  void read_record(const yaml::Node& node, const Record& record, void* out);

  /// What is being read, for messages: the value of a key, or an entry of the list or map that the key holds.
  struct Place {
    const yaml::Node* key = nullptr;
    bool entry = false;
    bool named = false;  ///< the key is one of the county's own words: it names the record behind it
  };
  Place place() const { return place_; }
  void enter_entry(const Place& holder) { place_ = {.key = holder.key, .entry = true, .named = false}; }
  void enter_named(const yaml::Node& key) { place_ = {.key = &key, .entry = false, .named = true}; }

  /// Adds a finding with the place of the record around it.
  void report(diag::Diagnostic finding);

 private:
  static constexpr std::size_t kMostRows = 64;

  /// A record that is being read. `name`: its key in a map by item ids and the like; nullptr for all others.
  struct Frame {
    const Record* record = nullptr;
    const yaml::Node* node = nullptr;
    const yaml::Node* name = nullptr;
    std::bitset<kMostRows> seen = {};  ///< row by row: which keys are there
  };

  bool is_scalar(const yaml::Node& node, const Shape& shape);
  void read_field(const Field& field, const yaml::Entry& entry, void* out);
  void read_unknown(const yaml::Entry& entry, void* out);
  const Field* meant_field(const yaml::Node& key) const;
  void report_shape(const yaml::Node& node, const Shape& shape);
  void report_no_value(const yaml::Node& node, const Shape& shape);
  void report_quoted_number(const yaml::Node& node);
  void check_plain_text(const yaml::Node& node);
  bool check_word(const yaml::Node& node, const WordForm& form);
  bool check_county(const yaml::Node& node);
  void report_never(const yaml::Node& key, const Field& never);
  void report_unknown(const yaml::Node& key);
  void report_misspelt(const yaml::Node& key, const Field& meant);
  void report_missing();
  void check_one_of();
  /// The nearest record around this one that has such a key, or nullptr.
  const Record* enclosing_owner(std::string_view key) const;
  /// "step `s2` "Train coaches"": the innermost record in the county's own words; "this step" without id and title.
  std::string named() const;
  /// Where the innermost record announces itself: its name or id, else its first key, else the record.
  diag::Span head() const;
  /// Has the reader of the text reported something here? Then the value is not what was meant, and its shape says nothing.
  bool is_reported(const diag::Span& span) const;
  std::string key_name() const;

  const model::Counties* counties_;
  diag::Diagnostics& findings_;
  std::vector<diag::Span> slips_;  ///< errors in the text of the file
  std::vector<Frame> frames_;
  Place place_;
};

}  // namespace cpm::format
