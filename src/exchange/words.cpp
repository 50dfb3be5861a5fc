#include "exchange/words.h"

#include <algorithm>
#include <charconv>

#include <fmt/format.h>

#include "base/ascii.h"
#include "base/decimal.h"
#include "base/text.h"
#include "base/timeframe.h"
#include "exchange/grid.h"
#include "format/labels.h"
#include "format/shapes.h"
#include "sheet/numbers.h"
#include "sheet/write_xlsx.h"

namespace cpm::exchange {
namespace {

using format::Shape;
using format::ShapeKind;
using sheet::Cell;

bool is_number(const Shape& shape) {
  return shape.kind == ShapeKind::whole || shape.kind == ShapeKind::decimal;
}

std::optional<std::string> shown_choice(const std::string& value, const Column& column, const Meaning& meaning) {
  for (const Shown& choice : choices_of(column, meaning))
    if (choice.word == value) return choice.text;
  return std::nullopt;
}

/// “Done” or "Done" → Done
std::string without_quotes(std::string_view text) {
  constexpr std::string_view kQuotes[] = {"\"", "'", "\xE2\x80\x9C", "\xE2\x80\x9D", "\xE2\x80\x98", "\xE2\x80\x99"};
  for (const std::string_view quote : kQuotes)
    if (text.starts_with(quote)) text.remove_prefix(quote.size());
  for (const std::string_view quote : kQuotes)
    if (text.ends_with(quote)) text.remove_suffix(quote.size());
  return tidy(text);
}

std::string meant_choice(const std::string& text, const std::vector<Shown>& choices) {
  const std::string plain = without_quotes(text);
  const std::string form = format::label_form(plain);
  for (const Shown& choice : choices) {
    if (choice.word == plain || format::label_form(choice.text) == form) return choice.word;
    const std::string label = choice.text.substr(0, choice.text.rfind(" ("));
    if (format::label_form(label) == form) return choice.word;
  }
  // "Partly there (1)": the words were changed, the value was not.
  const std::size_t open = plain.rfind('(');
  if (open != std::string::npos && plain.ends_with(')')) {
    const std::string inside = plain.substr(open + 1, plain.size() - open - 2);
    for (const Shown& choice : choices)
      if (choice.word == inside) return choice.word;
  }
  return text;
}

/// "o1; o3" or one in each line, as a list in lines; texts only in lines, since they may hold any sign.
std::string list_lines(const std::string& text, const Shape& element, bool own_table) {
  std::string lines;
  std::string entry;
  const auto add = [&] {
    entry = tidy(entry);
    if (element.kind == ShapeKind::text)
      for (const std::string_view bullet : {"- ", "* ", "\xE2\x80\xA2 ", "\xE2\x80\xA2\t"})
        if (entry.starts_with(bullet)) entry = tidy(std::string_view(entry).substr(bullet.size()));
    if (!entry.empty()) lines.append(lines.empty() ? "" : "\n").append(entry);
    entry.clear();
  };
  const bool semicolons = own_table && text.find('\n') == std::string::npos;
  for (const char each : text) {
    const bool ends = each == '\n' || (element.kind != ShapeKind::text && (each == ',' || each == ';')) ||
                      (semicolons && each == ';');
    if (ends)
      add();
    else
      entry += each;
  }
  add();
  return lines;
}

constexpr double kFirstSerial = 18'264;  ///< 1950-01-01: a smaller number in a column of days is no day
constexpr double kLastSerial = 73'051;   ///< 2100-01-01

std::string number_value(const Cell& cell, const Shape& shape) {
  const bool takes_day = shape.kind == ShapeKind::date || shape.kind == ShapeKind::timeframe;
  const bool serial = takes_day && cell.number >= kFirstSerial && cell.number < kLastSerial;
  if (cell.shown == Cell::Shown::day || cell.shown == Cell::Shown::month || serial) {
    if (const auto day = sheet::day_of(cell.number)) {
      const std::string text = base::to_text(*day);
      const bool month = cell.shown == Cell::Shown::month && shape.kind == ShapeKind::timeframe;
      return month ? text.substr(0, 7) : text;
    }
  }
  if (cell.shown == Cell::Shown::percent)
    return is_number(shape) ? sheet::number_text(cell.number * 100) : sheet::number_text(cell.number * 100) + "%";
  return sheet::number_text(cell.number);
}

/// "80 %" or "1,200" in a column of numbers.
std::string typed_number(const std::string& text) {
  if (text.ends_with('%')) return tidy(std::string_view(text).substr(0, text.size() - 1));
  const std::size_t comma = text.rfind(',');
  std::string plain = text;
  std::erase(plain, ',');
  const bool thousands = comma != std::string::npos && text.size() - comma == 4 &&
                         base::read_decimal(plain).has_value();
  return thousands ? plain : text;
}

std::string text_value(const std::string& text, const Column& column, const Meaning& meaning) {
  const Shape& shape = *column.shape;
  if (shape.kind == ShapeKind::list) return list_lines(text, *shape.element, meaning.own_table);
  const std::vector<Shown> choices = choices_of(column, meaning);
  if (!choices.empty()) {
    const std::string meant = meant_choice(text, choices);
    if (meant != text) return meant;
    // "Completed" is done; "n/a" is none of the scale, and one of the reasons for no score.
    const Shape& chosen = column.state != nullptr ? *column.state->shape : shape;
    const auto words = format::meant_choices(without_quotes(text), chosen.choices);
    return words.size() == 1 ? std::string(words.front()) : text;
  }
  if (is_number(shape)) return typed_number(text);
  if (shape.kind == ShapeKind::date || shape.kind == ShapeKind::timeframe) {
    // Only what can be read in one way; the field asks about the rest.
    const base::TimeframeReading reading = base::read_timeframe(text);
    if (reading.suggestions.size() == 1 && reading.sure) return reading.suggestions.front();
    if (reading.suggestions.size() == 2 && meaning.month_first) return reading.suggestions.front();
  }
  return text;
}

}  // namespace

Cell text_cell(std::string text) {
  if (text.empty()) return {};
  return {.kind = Cell::Kind::text, .text = std::move(text)};
}

std::vector<Shown> choices_of(const Column& column, const Meaning& meaning) {
  std::vector<Shown> choices;
  const Shape& shape = *column.shape;
  if (shape.names == format::Names::scale && meaning.instrument != nullptr)
    for (const model::ScaleValue& value : meaning.instrument->scale) {
      const std::string word = std::to_string(value.value.value);
      choices.push_back({.text = fmt::format("{} ({})", value.label.value, word), .word = word});
    }
  const Shape* const chosen = column.state != nullptr ? column.state->shape : &shape;
  if (chosen->kind == ShapeKind::choice)
    for (const format::Choice& choice : chosen->choices)
      choices.push_back({.text = base::capitalized(choice.spoken.empty() ? choice.word : choice.spoken),
                         .word = std::string(choice.word)});
  if (shape.kind == ShapeKind::flag) choices = {{.text = "Yes", .word = "true"}, {.text = "No", .word = "false"}};
  return choices;
}

Cell shown(const std::string& value, const Column& column, const Meaning& meaning) {
  if (value.empty()) return {};
  if (const auto choice = shown_choice(value, column, meaning)) return text_cell(*choice);
  const Shape& shape = *column.shape;
  if (is_number(shape))
    if (const auto number = sheet::read_number(value)) return {.kind = Cell::Kind::number, .number = *number};
  if (shape.kind == ShapeKind::date || shape.kind == ShapeKind::timeframe)
    if (const base::DateReading reading = base::read_date(value); reading.date)
      return {.kind = Cell::Kind::number, .number = sheet::serial_of(*reading.date), .shown = Cell::Shown::day};
  return text_cell(value);
}

Said said(const Cell& cell, const Column& column, const Meaning& meaning) {
  switch (cell.kind) {
    case Cell::Kind::empty:
      return {};
    case Cell::Kind::error:
      return {.value = {},
              .problem = cell.text.empty()
                             ? "the formula in it was saved without a result"
                             : fmt::format("the formula in it has no result but {}", base::ticked(cell.text))};
    case Cell::Kind::flag:
      return {.value = text_value(cell.number == 0 ? "No" : "Yes", column, meaning)};
    case Cell::Kind::number: {
      const std::string text = number_value(cell, *column.shape);
      return {.value = choices_of(column, meaning).empty() ? text : text_value(text, column, meaning)};
    }
    case Cell::Kind::text:
      break;
  }
  const std::string text = tidy(cell.text);
  return {.value = text.empty() ? text : text_value(text, column, meaning)};
}

bool is_same(const std::string& one, const std::string& other, const Column& column) {
  if (one == other) return true;
  if (!is_number(*column.shape)) return false;
  const std::optional<double> first = sheet::read_number(one);
  return first && first == sheet::read_number(other);
}

bool is_shown_whole(const std::string& value) {
  return sheet::stored_text(value) == value;
}

Said as_stored(const std::string& value, const Column& column, const Meaning& meaning) {
  sheet::Cell cell = shown(value, column, meaning);
  cell.text = sheet::stored_text(cell.text);
  return said(cell, column, meaning);
}

}  // namespace cpm::exchange
