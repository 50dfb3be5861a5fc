#pragma once
// Tree to model, driven by the field tables: every value read by the type of its field, every mistake reported once, with the
// record it belongs to. One Decoder reads one file.
#include <bitset>
#include <functional>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <type_traits>
#include <vector>

#include "diag/diagnostic.h"
#include "format/labels.h"
#include "format/shape.h"

namespace cpm::format {

/// The month in which the county's fiscal year begins, by its settings. Called only where a mistake makes it matter.
using FiscalStart = std::function<std::optional<unsigned>()>;

class Decoder {
 public:
  /// `built_in` may be nullptr while the list of counties itself is read; then every county is taken as it stands.
  Decoder(const model::BuiltIn* built_in, diag::Diagnostics& findings, FiscalStart fiscal_start = {});

  // One reader per scalar. They report what is wrong and leave `given` false.
  void read_text(const yaml::Node& node, const Shape& shape, diag::LocatedText& out);
  void read_date(const yaml::Node& node, diag::Located<base::Date>& out);
  void read_timeframe(const yaml::Node& node, diag::Located<base::Timeframe>& out);
  void read_whole(const yaml::Node& node, const Shape& shape, diag::Located<std::int64_t>& out);
  void read_decimal(const yaml::Node& node, diag::Located<base::Decimal>& out);
  void read_flag(const yaml::Node& node, diag::Located<bool>& out);
  /// The position of the word among the choices, or -1.
  int read_choice(const yaml::Node& node, const Shape& shape);

  /// Is the node a list / map / record of keys? Reports if not, and if it has too few entries.
  bool is_list(const yaml::Node& node, const Shape& shape);
  bool is_map(const yaml::Node& node, const Shape& shape);

  /// Reads the fields of a record into `out`: misspelled, unknown, missing and excluded keys.
  void read_record(const yaml::Node& node, const Record& record, void* out);

  /// What is being read, for messages: the value of a key, or an entry of the list or map that the key holds.
  struct Place {
    const yaml::Node* key = nullptr;
    const Field* field = nullptr;  ///< the key's row
    bool entry = false;
    bool named = false;  ///< the key is one of the county's own words: it names the record behind it
  };
  Place place() const { return place_; }
  void enter_entry(const Place& holder) {
    place_ = {.key = holder.key, .field = holder.field, .entry = true, .named = false};
  }
  void enter_named(const yaml::Node& key) { place_ = {.key = &key, .field = nullptr, .entry = false, .named = true}; }

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

  /// A text where an id belongs: what is meant may stand further down in the file.
  struct Mistaken {
    diag::Diagnostic finding;
    std::string text;
    const Shape* shape = nullptr;
    std::string field;        ///< the key
    std::string_view record;  ///< what the record around it is called
    bool in_list = false;
  };

  /// A record of the file that may have an id.
  struct OwnRecord {
    const Record* record = nullptr;
    const yaml::Node* node = nullptr;
  };

  /// What an unknown key stands for.
  struct MeantKey {
    const Field* field = nullptr;
    diag::Safety safety = diag::Safety::unsafe;
    bool fits = true;  ///< its value could be one of the field
  };

  /// A record as `{key: value}`; `help` when there is more to say than to write it.
  struct MeantRecord {
    std::string text;
    diag::Safety safety = diag::Safety::safe;
    std::string help = {};
  };

  bool is_scalar(const yaml::Node& node, const Shape& shape);
  base::TimeframeReading timeframe_in(std::string_view text) const;
  void read_field(const Field& field, const yaml::Entry& entry, void* out);
  void read_unknowns(const std::vector<const yaml::Entry*>& unknown, void* out);
  void report_shape(const yaml::Node& node, const Shape& shape);
  bool is_lost_in_comment(const yaml::Node& value);
  void report_no_value(const yaml::Node& node, const Shape& shape);
  void report_quoted_number(const yaml::Node& node);
  void check_plain_text(const yaml::Node& node);
  bool check_word(const yaml::Node& node, const Shape& shape);
  bool check_county(const yaml::Node& node);

  // What is meant by a label, a synonym or a value in the wrong place (decoder_meaning.cpp).
  const std::vector<Label>& known_labels(Names names);
  void remember_name();
  /// Of the file's own records: those that the field's key speaks of, else all.
  std::vector<Label> own_labels(std::string_view field) const;
  void report_mistaken_ids();
  void explain(Mistaken& mistaken);
  std::optional<MeantId> meant_number(std::string_view text, const Shape& shape);
  /// `{key: value}` for a single value in place of a record, or nothing.
  std::optional<MeantRecord> as_record(std::string_view text, const Record& record);
  /// A list where one value belongs: the fix that takes it out of its brackets, or what to do with several.
  void explain_list(const yaml::Node& node, const Shape& shape, diag::Diagnostic& finding);
  std::optional<std::string> fitting_value(std::string_view text, const Field& field);
  /// "N/A" as a score: the fix that writes `state: not_applicable` instead.
  bool report_other_key(const yaml::Node& node);

  // Which key is meant by one that the record does not have (decoder_keys.cpp).
  /// Could the value be written for this shape, perhaps in another form?
  bool could_be(const yaml::Node& value, const Shape& shape);
  std::vector<const Field*> absent_fields() const;
  void mark_seen(const Field& field);
  std::optional<MeantKey> called_key(const yaml::Entry& entry);
  std::optional<MeantKey> meant_key(const yaml::Entry& entry);
  std::optional<std::string> as_choice(const yaml::Entry& entry) const;
  void read_unknown(const yaml::Entry& entry, const MeantKey& meant, void* out);
  bool read_scalar_record(const yaml::Entry& entry, const Field& meant, diag::Diagnostic& finding);
  diag::Diagnostic misspelled(const yaml::Node& key, const MeantKey& meant) const;
  void report_never(const yaml::Node& key, const Field& never);
  void report_unknown(const yaml::Node& key);
  bool read_as_missing(const yaml::Entry& entry, void* out);
  /// Reports keys in the column of the key without a value whose record they are; returns the entries that are dealt with.
  std::set<const yaml::Entry*> report_unindented();
  /// `{Director}` and `{role Director}` in place of `{role: Director}`.
  bool report_braced(const yaml::Node& node, const Record& record);
  /// A record that stands in the list of another kind: its keys are one finding.
  bool report_misplaced(const std::vector<const yaml::Entry*>& unknown);

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
  /// With the record around it as label and item.
  diag::Diagnostic placed(diag::Diagnostic finding) const;

  const model::BuiltIn* built_in_;
  diag::Diagnostics& findings_;
  FiscalStart fiscal_start_;
  std::vector<diag::Span> slips_;  ///< errors in the text of the file
  std::vector<Frame> frames_;
  Place place_;
  std::vector<OwnRecord> own_records_;
  std::vector<Mistaken> mistaken_;
  std::map<Names, std::vector<Label>> known_labels_;
};

}  // namespace cpm::format
