#include "base/text_table.h"

#include <algorithm>
#include <optional>
#include <string_view>

#include "base/assert.h"
#include "base/text.h"

namespace cpm::base {
namespace {

constexpr std::size_t kGap = 2;
// Short entries such as "176 of 231" stay on one line as long as a longer column can give way.
constexpr std::size_t kKeptWhole = 14;

using Row = std::vector<std::string>;

// What a column takes when nothing is broken, and when everything is that can be.
struct Widths {
  std::size_t widest = 0;
  std::size_t narrowest = 0;
  std::size_t chosen = 0;
};

std::size_t longest_word(std::string_view text) {
  std::size_t longest = 0;
  for (const std::string& word : wrapped(text, 1)) longest = std::max(longest, display_width(word));
  return longest;
}

void make_room(Widths& widths, std::string_view cell) {
  widths.widest = std::max(widths.widest, display_width(cell));
  widths.narrowest = std::max(widths.narrowest, longest_word(cell));
}

std::vector<Widths> measured(const std::vector<TextColumn>& columns, const std::vector<Row>& rows) {
  std::vector<Widths> all(columns.size());
  for (std::size_t i = 0; i < columns.size(); ++i) make_room(all[i], columns[i].head);
  for (const Row& row : rows)
    for (std::size_t i = 0; i < row.size(); ++i) make_room(all[i], row[i]);
  for (Widths& widths : all) widths.chosen = widths.widest;
  return all;
}

// The widest column above its floor, texts before numbers.
std::optional<std::size_t> widest_above(const std::vector<TextColumn>& columns, const std::vector<Widths>& all,
                                        std::size_t kept) {
  std::optional<std::size_t> found;
  for (const bool right : {false, true}) {
    for (std::size_t i = 0; i < columns.size(); ++i) {
      const std::size_t floor = std::max(all[i].narrowest, std::min(all[i].widest, kept));
      if (columns[i].right != right || all[i].chosen <= floor) continue;
      if (!found || all[i].chosen > all[*found].chosen) found = i;
    }
    if (found) break;
  }
  return found;
}

std::optional<std::size_t> column_to_narrow(const std::vector<TextColumn>& columns, const std::vector<Widths>& all) {
  const std::optional<std::size_t> column = widest_above(columns, all, kKeptWhole);
  return column ? column : widest_above(columns, all, 0);
}

std::vector<std::size_t> fitted(const std::vector<TextColumn>& columns, const std::vector<Row>& rows,
                                std::size_t width) {
  std::vector<Widths> all = measured(columns, rows);
  std::size_t total = columns.empty() ? 0 : kGap * (columns.size() - 1);
  for (const Widths& widths : all) total += widths.chosen;
  while (width > 0 && total > width) {
    const std::optional<std::size_t> column = column_to_narrow(columns, all);
    if (!column) break;
    --all[*column].chosen;
    --total;
  }
  std::vector<std::size_t> chosen;
  for (const Widths& widths : all) chosen.push_back(widths.chosen);
  return chosen;
}

// A cell that fits stays as it is: spaces at its start may be meant.
std::vector<std::string> lines_of(const std::string& cell, std::size_t width) {
  return display_width(cell) <= width ? std::vector<std::string>{cell} : wrapped(cell, width);
}

void append_line(std::string& table, const std::vector<TextColumn>& columns, const std::vector<std::size_t>& widths,
                 const Row& texts) {
  std::string line;
  for (std::size_t i = 0; i < columns.size(); ++i) {
    const std::size_t used = display_width(texts[i]);
    const std::string rest(widths[i] > used ? widths[i] - used : 0, ' ');
    line.append(i > 0 ? kGap : 0, ' ').append(columns[i].right ? rest + texts[i] : texts[i] + rest);
  }
  line.erase(line.find_last_not_of(' ') + 1);
  table += line + "\n";
}

void append_row(std::string& table, const std::vector<TextColumn>& columns, const std::vector<std::size_t>& widths,
                const Row& row) {
  std::vector<std::vector<std::string>> cells(columns.size());
  std::size_t height = 1;
  for (std::size_t i = 0; i < row.size(); ++i) {
    cells[i] = lines_of(row[i], widths[i]);
    height = std::max(height, cells[i].size());
  }
  for (std::size_t number = 0; number < height; ++number) {
    Row texts;
    for (const std::vector<std::string>& cell : cells) texts.push_back(number < cell.size() ? cell[number] : "");
    append_line(table, columns, widths, texts);
  }
}

void append_header(std::string& table, const std::vector<TextColumn>& columns, const std::vector<std::size_t>& widths) {
  Row heads;
  Row rules;
  for (std::size_t i = 0; i < columns.size(); ++i) {
    heads.push_back(columns[i].head);
    rules.emplace_back(widths[i], '-');
  }
  const auto has_text = [](const std::string& head) { return !head.empty(); };
  if (std::none_of(heads.begin(), heads.end(), has_text)) return;
  append_row(table, columns, widths, heads);
  append_line(table, columns, widths, rules);
}

}  // namespace

std::string text_table(const std::vector<TextColumn>& columns, const std::vector<std::vector<std::string>>& rows,
                       std::size_t width) {
  for (const Row& row : rows) CPM_ASSERT(row.size() <= columns.size());
  const std::vector<std::size_t> widths = fitted(columns, rows, width);
  std::string table;
  append_header(table, columns, widths);
  for (const Row& row : rows) append_row(table, columns, widths, row);
  return table;
}

}  // namespace cpm::base
