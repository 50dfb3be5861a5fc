#include "sheet/numbers.h"

#include <chrono>
#include <cmath>
#include <cstdlib>

#include <fmt/format.h>

#include "base/date_words.h"

namespace cpm::sheet {
namespace {

constexpr std::chrono::sys_days kDayZero = std::chrono::year{1899} / 12 / 30;

}  // namespace

std::optional<double> read_number(std::string_view text) {
  const std::string copy(text);
  const bool plain = !copy.empty() && copy.find_first_not_of("0123456789+-.eE") == std::string::npos;
  if (!plain) return std::nullopt;
  char* end = nullptr;
  const double number = std::strtod(copy.c_str(), &end);  // no locale is ever set
  if (end != copy.c_str() + copy.size() || !std::isfinite(number)) return std::nullopt;
  return number;
}

std::string number_text(double number) {
  // A sum such as 0.1 + 0.2 is shown as 0.3 by every spreadsheet: 15 digits count.
  const std::string rounded = fmt::format("{:.15g}", number);
  if (rounded.find('e') == std::string::npos) return rounded;
  return fmt::format("{}", number);
}

std::optional<base::Date> day_of(double serial) {
  if (!(serial >= 1) || serial > 200'000) return std::nullopt;
  const std::chrono::year_month_day day(kDayZero + std::chrono::days(static_cast<int>(std::floor(serial))));
  const int year = int(day.year());
  if (year < base::kFirstYear || year > base::kLastYear) return std::nullopt;
  return day;
}

double serial_of(base::Date day) {
  return static_cast<double>((std::chrono::sys_days(day) - kDayZero).count());
}

Cell day_cell(std::string_view text, Cell cell) {
  const base::DateReading reading = base::read_date(text.substr(0, text.find('T')));
  cell.kind = reading.date ? Cell::Kind::number : Cell::Kind::text;
  cell.shown = reading.date ? Cell::Shown::day : Cell::Shown::plain;
  if (reading.date)
    cell.number = serial_of(*reading.date);
  else
    cell.text = text;
  return cell;
}

}  // namespace cpm::sheet
