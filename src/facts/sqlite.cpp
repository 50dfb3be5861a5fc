// The only file that knows SQLite. The database grows in memory, and reaches the disk as every other file of cpm does: at once.
#include <map>
#include <vector>

#include <fmt/format.h>
#include <sqlite3.h>

#include "facts/sinks.h"

namespace cpm::facts {
namespace {

/// The same rows give the same bytes: pages of one size, no journal, one transaction, and nothing in it knows the time. Bytes 96
/// to 99 of the file are the version of SQLite that wrote it.
constexpr const char* kSettings =
    "PRAGMA page_size = 4096; PRAGMA cache_size = -512; PRAGMA encoding = 'UTF-8'; PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; "
    "PRAGMA foreign_keys = OFF; PRAGMA ignore_check_constraints = ON; PRAGMA user_version = 1;";

struct CloseDatabase {
  void operator()(sqlite3* database) const { sqlite3_close_v2(database); }
};
struct CloseStatement {
  void operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }
};
using Database = std::unique_ptr<sqlite3, CloseDatabase>;
using Statement = std::unique_ptr<sqlite3_stmt, CloseStatement>;

[[noreturn]] void cannot_make(sqlite3* database, int code) {
  if (code == SQLITE_NOMEM) throw std::bad_alloc();
  const char* const said = database == nullptr ? sqlite3_errstr(code) : sqlite3_errmsg(database);
  if (code == SQLITE_FULL)
    throw base::IoError("the database grows too large; name fewer folders, or write CSV, which has no limit");
  throw std::runtime_error(fmt::format("SQLite: {}", said));
}

/// A parameter of a row.
struct Bind {
  sqlite3_stmt* statement;
  int number;

  int operator()(std::monostate) const { return sqlite3_bind_null(statement, number); }
  int operator()(bool value) const { return sqlite3_bind_int(statement, number, value ? 1 : 0); }
  int operator()(std::int64_t value) const { return sqlite3_bind_int64(statement, number, value); }
  int operator()(base::Decimal value) const {
    double power = 1;
    for (int i = 0; i < value.places; ++i) power *= 10;
    return sqlite3_bind_double(statement, number,
                               static_cast<double>(value.units) / power);  // the nearest to the decimal
  }
  int operator()(std::string_view value) const {
    return sqlite3_bind_text64(statement, number, value.data(), value.size(), SQLITE_STATIC, SQLITE_UTF8);
  }
  int operator()(const std::string& value) const { return (*this)(std::string_view(value)); }
};

std::string insertion(const Table& table) {
  std::string marks;
  for (std::size_t i = 0; i < table.columns.size(); ++i) marks += i == 0 ? "?" : ", ?";
  return fmt::format("INSERT INTO {} VALUES ({})", sql_name(table.name), marks);
}

class SqliteSink final : public Sink {
 public:
  SqliteSink(base::Files& files, std::string path) : files_(files), path_(std::move(path)), database_(open()) {
    check(sqlite3_deserialize(database_.get(), "main", nullptr, 0, 0,
                              SQLITE_DESERIALIZE_FREEONCLOSE | SQLITE_DESERIALIZE_RESIZEABLE));
    run(kSettings);
    run("BEGIN");
    run(sql_text().c_str());
  }

  void row(const Table& table, std::span<const Value> values) override {
    sqlite3_stmt* const statement = statement_for(table);
    for (std::size_t i = 0; i < values.size(); ++i)
      check(std::visit(Bind{statement, static_cast<int>(i + 1)}, values[i]));
    const int done = sqlite3_step(statement);
    if (done != SQLITE_DONE) cannot_make(database_.get(), done);
    check(sqlite3_reset(statement));
  }

  void finish() override {
    run("COMMIT");
    statements_.clear();
    sqlite3_int64 size = 0;
    const unsigned char* const bytes = sqlite3_serialize(database_.get(), "main", &size, SQLITE_SERIALIZE_NOCOPY);
    if (bytes == nullptr) cannot_make(database_.get(), SQLITE_NOMEM);
    files_.write(path_, {reinterpret_cast<const char*>(bytes), static_cast<std::size_t>(size)});
  }

 private:
  static Database open() {
    // One thread uses it. Only the first call in a process counts, and that is enough.
    sqlite3_config(SQLITE_CONFIG_SINGLETHREAD);
    sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
    sqlite3* database = nullptr;
    const int code = sqlite3_open_v2(":memory:", &database, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, nullptr);
    Database opened(database);
    if (code != SQLITE_OK) cannot_make(database, code);
    return opened;
  }

  void check(int code) {
    if (code != SQLITE_OK) cannot_make(database_.get(), code);
  }
  void run(const char* sql) { check(sqlite3_exec(database_.get(), sql, nullptr, nullptr, nullptr)); }

  sqlite3_stmt* statement_for(const Table& table) {
    Statement& statement = statements_[&table];
    if (statement) return statement.get();
    sqlite3_stmt* prepared = nullptr;
    check(sqlite3_prepare_v2(database_.get(), insertion(table).c_str(), -1, &prepared, nullptr));
    statement.reset(prepared);
    return prepared;
  }

  base::Files& files_;
  std::string path_;
  Database database_;
  std::map<const Table*, Statement> statements_;  // closed before the database
};

}  // namespace

std::unique_ptr<Sink> sqlite_sink(base::Files& files, const std::string& path) {
  return std::make_unique<SqliteSink>(files, path);
}

}  // namespace cpm::facts
