#include <algorithm>
#include <utility>
#include <vector>

#include "base/csv.h"
#include "base/text.h"
#include "base/utf8.h"
#include "facts/sinks.h"

namespace cpm::facts {
namespace {

constexpr std::string_view kMark = "\xEF\xBB\xBF";
constexpr std::string_view kLineEnd = "\r\n";

bool is_plain(char character) {
  return (character >= ' ' && character < '\x7f') || character == '\n' || character == '\t';
}

/// Line feeds and tabs stay; what nobody sees is shown by its number, as on every page of cpm.
std::string without_hidden(std::string_view text) {
  std::string shown;
  for (std::size_t at = 0; at < text.size();) {
    const base::CodePoint character = base::code_point_at(text, at);
    const std::string_view bytes = text.substr(at, character.bytes);
    const bool hidden = !character.valid || base::is_hidden(character.code);
    if (hidden && !is_plain(bytes.front()))
      shown += base::visible(bytes);
    else
      shown += bytes;
    at += character.bytes;
  }
  return shown;
}

std::string csv_text(std::string_view text) {
  const bool plain = std::ranges::all_of(text, is_plain);
  const std::string shown = plain ? std::string(text) : without_hidden(text);
  const bool marked = shown.starts_with('\'') || base::csv_would_be_run(shown);
  return base::csv_quoted(marked ? "'" + shown : shown);
}

struct CsvCell {
  std::string operator()(std::monostate) const { return {}; }
  std::string operator()(bool value) const { return value ? "true" : "false"; }
  std::string operator()(std::int64_t value) const { return std::to_string(value); }
  std::string operator()(base::Decimal value) const { return base::to_text(value); }
  std::string operator()(std::string_view value) const { return csv_text(value); }
  std::string operator()(const std::string& value) const { return csv_text(value); }
};

std::string head_line(const Table& table) {
  std::string line{kMark};
  for (const Column& column : table.columns)
    line.append(&column == table.columns.data() ? "" : ",").append(column.name);
  return line.append(kLineEnd);
}

class CsvSink final : public Sink {
 public:
  CsvSink(base::Files& files, const std::string& folder) : folder_(folder), files_(files) {
    files.make_folder(folder);
    for (const Table* const table : tables()) {
      streams_.emplace_back(table, files.stream(base::joined_path(folder, std::string(table->name) + ".csv")));
      streams_.back().second->add(head_line(*table));
    }
  }

  void row(const Table& table, std::span<const Value> values) override {
    line_.clear();
    for (const Value& value : values)
      line_.append(&value == values.data() ? "" : ",").append(std::visit(CsvCell{}, value));
    line_.append(kLineEnd);
    const auto found = std::ranges::find(streams_, &table, [](const auto& entry) { return entry.first; });
    found->second->add(line_);
  }

  void finish() override {
    for (const auto& [table, stream] : streams_) stream->finish();
    files_.write(base::joined_path(folder_, "README.md"), dictionary_text());
  }

 private:
  std::string folder_;
  base::Files& files_;
  std::vector<std::pair<const Table*, std::unique_ptr<base::FileStream>>> streams_;
  std::string line_;
};

}  // namespace

std::unique_ptr<Sink> csv_sink(base::Files& files, const std::string& folder) {
  return std::make_unique<CsvSink>(files, folder);
}

}  // namespace cpm::facts
