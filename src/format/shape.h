#pragma once
// What a value in a file may look like, as data. Decoding, JSON Schema, field reference and templates all read these rows;
// nothing else states the file formats.
#include <cstdint>
#include <limits>
#include <span>
#include <string_view>

#include "diag/diagnostic.h"
#include "yaml/node.h"

namespace cpm::format {

class Decoder;
struct Record;

enum class ShapeKind { text, word, date, timeframe, county, whole, decimal, flag, choice, list, map, record };

/// The built-in list that an id or a score usually comes from; editors offer its names, and take others too.
enum class Names { nothing, items, areas, tools, academies, outcomes, instruments, rules, scale, months };

/// What a reference names that is in no built-in list: records of this file or of another one, or a file. The rows are in
/// assist/targets.
enum class Refers {
  nothing,
  priorities,           ///< of a plan
  snapshot_priorities,  ///< of a Snapshot
  objectives,
  steps,
  needs,          ///< of a file of support needs
  opportunities,  ///< of a Snapshot's analysis
  activities,     ///< of a logic model
  sources,        ///< its activities and outputs
  outcomes,       ///< its outcomes, besides the built-in ones
  own_items,      ///< of an instrument
  records,        ///< whatever of the same file has an id
  plan_files,
  snapshot_files,
};

/// An allowed word and what it means.
struct Choice {
  std::string_view word;
  std::string_view about;
  std::string_view also = {};    ///< what people write instead, separated by `|`
  std::string_view near = {};    ///< what is none of the choices, and comes nearest to this one
  std::string_view spoken = {};  ///< in a sentence: "in progress"
};

/// Words that people write where there is nothing to choose, separated by `|`, and what to do then.
struct NoChoice {
  std::string_view words = {};
  std::string_view help = {};
};

/// A text of a fixed form: an id, a code, a scale value used as a key.
struct WordForm {
  std::string_view noun;     ///< "an id: lower-case words joined by `-`"
  std::string_view pattern;  ///< the same as a regular expression, for JSON Schema
  bool (*matches)(std::string_view) = nullptr;
  /// The text fixed, or empty: "Or Vision" → "or-vision".
  std::string (*fixed)(std::string_view) = nullptr;
};

struct Shape {
  ShapeKind kind = ShapeKind::text;
  const WordForm* form = nullptr;                                   ///< word
  std::span<const Choice> choices = {};                             ///< choice, in the order of the model's enum
  NoChoice no_choice = {};                                          ///< choice
  std::int64_t lowest = std::numeric_limits<std::int64_t>::min();   ///< whole
  std::int64_t highest = std::numeric_limits<std::int64_t>::max();  ///< whole
  const Shape* element = nullptr;                                   ///< list entries, map values
  const Shape* key = nullptr;                                       ///< map keys
  std::size_t at_least = 0;                                         ///< list and map entries
  const Record* record = nullptr;                                   ///< record
  std::string_view keys_are = {};                                   ///< map: what its keys name, "item ids"
  Names names = Names::nothing;                                     ///< word, whole
  Refers refers = Refers::nothing;                                  ///< word, and text that names a file
};

/// must: an error when absent. should: a warning by a rule of its own. may: optional. never: an error when there.
enum class Need { must, should, may, never };

/// What a key is to those who approve a file. *covered*: a change of it costs the approval. *apart*: it tells how the work
/// goes on, or whom to ask. *holder*: covered, and it names the record that this one is a part of: a step's objective.
enum class Stake { covered, apart, holder };

/// One row of a record's table.
struct Field {
  std::string_view name;
  Need need = Need::may;
  const Shape* shape = nullptr;
  std::string_view about;          ///< one sentence for editors, the field reference and templates
  std::string_view example;        ///< of a scalar: what templates write
  std::string_view fallback = {};  ///< of a scalar: what holds when the key is not there; empty: nothing
  void (*read)(Decoder&, const yaml::Node&, const Shape&, void* record) = nullptr;
  diag::Code never_code = 0;   ///< never: the finding
  std::string_view also = {};  ///< other names that people give the key, separated by `|`
  Stake stake = Stake::covered;

  /// The same row with other names for its key.
  constexpr Field called(std::string_view names) const {
    Field row = *this;
    row.also = names;
    return row;
  }
  /// The same row, which no approval covers.
  constexpr Field apart() const {
    Field row = *this;
    row.stake = Stake::apart;
    return row;
  }
  /// The same row, naming the record that holds this one.
  constexpr Field holder() const {
    Field row = *this;
    row.stake = Stake::holder;
    return row;
  }
};

/// Keys of which a record has exactly one.
struct OneOf {
  std::span<const std::string_view> names;
};

/// A record: a map with known keys.
struct Record {
  std::string_view noun;  ///< "step": how messages call it
  std::string_view about;
  std::string_view id_key;     ///< the key that names one of several; may be empty
  std::string_view title_key;  ///< the key that says it in the county's words; may be empty
  std::span<const Field> fields;
  std::span<const OneOf> one_of = {};
  std::string_view notes_go = {};   ///< where remarks about it belong, when it has no key for them
  std::string_view others_go = {};  ///< the key beside a single person for others who take part
  std::string_view scalar_key =
      {};  ///< what a single value in place of the record means: `Director` → `{role: Director}`
};

/// The record behind a shape: itself, or that of its entries; nullptr for scalars.
const Record* record_behind(const Shape& shape);
/// The row of a key, or nullptr.
const Field* find_field(const Record& record, std::string_view name);
/// "a date (YYYY-MM-DD)", "a list of item ids", "one of `draft`, `final`": for messages and the field reference.
std::string described(const Shape& shape);

}  // namespace cpm::format
