#pragma once
// How the tables of this room are put together: a column is its description and the value that a record has for it. For the
// files of this room.
#include <array>
#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/ratio.h"
#include "facts/table.h"
#include "model/words.h"
#include "model/workspace.h"

namespace cpm::facts {

/// The file that a record is from.
struct Source {
  const model::Document& document;
  std::string_view county = {};
  std::string date = {};        ///< of a Snapshot or plan
  std::string instrument = {};  ///< of a Snapshot: what its key in `instruments` is
};

/// A record of a list, and its place there, from 1.
template <class Record>
struct Entry {
  const Source& source;
  const Record& record;
  std::int64_t position = 0;
};

template <class Record>
struct ColumnOf {
  Column head;
  Value (*value)(const Record&);
};

/// The descriptions alone.
template <class Record, std::size_t N>
constexpr std::array<Column, N> heads(const std::array<ColumnOf<Record>, N>& columns) {
  std::array<Column, N> all{};
  for (std::size_t i = 0; i < N; ++i) all[i] = columns[i].head;
  return all;
}

/// The keys of a choice, for the `words` of its column.
template <class Choice>
inline constexpr auto keys_of = [] {
  std::array<std::string_view, model::word_list<Choice>().size()> keys{};
  for (std::size_t i = 0; i < keys.size(); ++i) keys[i] = model::word_list<Choice>()[i].key;
  return keys;
}();

/// Puts rows together for a sink.
class Rows {
 public:
  Rows(Sink& sink, bool texts) : sink_(sink), texts_(texts) {}

  template <class Record, std::size_t N>
  void add(const Table& table, const std::array<ColumnOf<Record>, N>& columns, const Record& record) {
    values_.clear();
    for (const ColumnOf<Record>& column : columns)
      values_.push_back(texts_ || column.head.type != Type::prose ? column.value(record) : Value{});
    sink_.row(table, values_);
  }

  /// A row for each record of a list of the file.
  template <class Record, std::size_t N>
  void add_all(const Table& table, const std::array<ColumnOf<Entry<Record>>, N>& columns, const Source& source,
               const std::vector<Record>& records) {
    for (std::size_t i = 0; i < records.size(); ++i)
      add(table, columns,
          Entry<Record>{.source = source, .record = records[i], .position = static_cast<std::int64_t>(i + 1)});
  }

 private:
  Sink& sink_;
  bool texts_;
  std::vector<Value> values_;
};

// What the file says, or nothing. An empty text is none.

inline Value cell(const model::LocatedText& text) {
  return text && !text->empty() ? Value(std::string_view(*text)) : Value{};
}
inline Value cell(const model::LocatedWhole& number) {
  return number ? Value(*number) : Value{};
}
inline Value cell(const model::LocatedDecimal& number) {
  return number ? Value(*number) : Value{};
}
inline Value cell(const model::LocatedFlag& flag) {
  return flag ? Value(*flag) : Value{};
}
inline Value cell(const model::LocatedDate& date) {
  return date ? Value(base::to_text(*date)) : Value{};
}
inline Value cell(std::string_view text) {
  return text.empty() ? Value{} : Value(text);
}
/// A month and a quarter as the file has them; `first_day` and `last_day` are what they mean.
inline Value cell(const model::LocatedTimeframe& time) {
  return time ? Value(base::to_text(*time)) : Value{};
}
inline Value first_day(const model::LocatedTimeframe& time) {
  return time ? Value(base::to_text(time->first)) : Value{};
}
inline Value last_day(const model::LocatedTimeframe& time) {
  return time ? Value(base::to_text(time->last)) : Value{};
}
template <class Choice>
Value choice_cell(const model::Located<Choice>& choice) {
  return choice ? Value(model::key(*choice)) : Value{};
}
/// With one decimal, as every page of cpm shows it.
inline Value percent_cell(const std::optional<base::Ratio>& share) {
  return share ? Value(base::Decimal{.units = base::percent(*share).value, .places = 1}) : Value{};
}

// Columns that most tables begin with.

inline constexpr Column kFile{"file", Type::text, Need::key, "The file, as `cpm check` names it."};
inline constexpr Column kCounty{"county", Type::text, Need::may, "The county, such as `yolo`."};
inline constexpr Column kPosition{"position", Type::whole, Need::key, "The place in the file's list, from 1."};
inline constexpr Column kSnapshotDate{"date", Type::date, Need::must, "The Snapshot's day."};
inline constexpr Column kInstrument{"instrument_file", Type::text, Need::must,
                                    "The instrument's key in `instruments`."};
inline constexpr Column kItem{"item", Type::text, Need::key, "The item."};
inline constexpr auto of_file = [](const auto& record) -> Value {
  return std::string_view(record.source.document.path);
};
inline constexpr auto of_county = [](const auto& record) -> Value { return cell(record.source.county); };
inline constexpr auto of_date = [](const auto& record) -> Value { return cell(record.source.date); };
inline constexpr auto of_position = [](const auto& record) -> Value { return record.position; };
inline constexpr auto of_instrument = [](const auto& record) -> Value { return cell(record.source.instrument); };

}  // namespace cpm::facts
