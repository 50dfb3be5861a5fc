#pragma once
// The tables of `cpm export tables`: their columns, types and keys, as data. CSV heads, the keys of NDJSON, the SQL of the
// database, the dictionary and the JSON Schema all come from here.
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "base/decimal.h"

namespace cpm::facts {

enum class Type {
  text,     ///< an id, a name, a path: a few words
  prose,    ///< what a county wrote freely; `--no-texts` leaves it out
  choice,   ///< one of `words`
  whole,    ///< a whole number
  decimal,  ///< exactly as written in the file, or rounded by cpm to one decimal
  flag,     ///< true or false; 1 or 0 in SQLite
  date,     ///< YYYY-MM-DD
};

/// *key*: a part of what identifies the row. *must*: always there. *may*: can be empty.
enum class Need { key, must, may };

struct Column {
  std::string_view name;
  Type type = Type::text;
  Need need = Need::may;
  std::string_view about;
  std::span<const std::string_view> words = {};
};

/// These columns name a row of another table, unless one of them is empty.
struct Reference {
  std::string_view columns;  ///< separated by ", "
  std::string_view table;
  std::string_view to = {};  ///< the columns there; empty: they are called the same
};

struct Table {
  std::string_view name;
  std::string_view about;  ///< "one row a …"
  std::span<const Column> columns;
  std::span<const Reference> references = {};
};

/// In the order in which they are described.
std::span<const Table* const> tables();

/// A question that analysts ask often, answered by the database itself.
struct View {
  std::string_view name;
  std::string_view about;
  std::string_view query;
};
std::span<const View> views();

/// One cell. Texts may point into the files that were read: they are good until the next row.
using Value = std::variant<std::monostate, bool, std::int64_t, base::Decimal, std::string_view, std::string>;

/// Takes rows one after the other. Throws base::IoError when they cannot be written.
class Sink {
 public:
  virtual ~Sink() = default;
  virtual void row(const Table& table, std::span<const Value> values) = 0;
  /// All rows have been given: what was written takes its place.
  virtual void finish() = 0;
};

}  // namespace cpm::facts
