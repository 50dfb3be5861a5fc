#pragma once
// Numbers and days as spreadsheets store them.
#include <optional>
#include <string>
#include <string_view>

#include "base/date.h"
#include "sheet/book.h"

namespace cpm::sheet {

/// "12.5", "1E3"; nothing for another text, and for what is no finite number.
std::optional<double> read_number(std::string_view text);
/// The shortest text that means this number: "12.5", "3".
std::string number_text(double number);

/// Day 1 is 1899-12-31: what all programs agree on from March 1900 on. Nothing outside the years that a date can have.
std::optional<base::Date> day_of(double serial);
double serial_of(base::Date day);

/// A cell that holds the day of "2026-11-15" or "2026-11-15T08:00:00"; the text where that is no day.
Cell day_cell(std::string_view text, Cell cell);

}  // namespace cpm::sheet
