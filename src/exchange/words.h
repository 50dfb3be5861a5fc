#pragma once
// A value of a file as a cell shows it, and what a cell says as a value of a file.
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "exchange/tables.h"
#include "model/workspace.h"
#include "sheet/book.h"

namespace cpm::exchange {

/// What words mean in this file.
struct Meaning {
  const model::Instrument* instrument = nullptr;
  const model::BuiltIn* built_in = nullptr;
  bool month_first = false;  ///< 4/5/2027 is in April: the sheet has days that can only be read so
  bool own_table = false;    ///< a county's own, where `;` may stand between the entries of a list
};

/// Empty for an empty text.
sheet::Cell text_cell(std::string text);

/// Of a value in the words of the file: "in_progress" → "In progress", "1" → "Partially in place (1)", a day as a day.
sheet::Cell shown(const std::string& value, const Column& column, const Meaning& meaning);

/// The choices of a column as cells show them, each with its word in the file.
struct Shown {
  std::string text;
  std::string word;
};
std::vector<Shown> choices_of(const Column& column, const Meaning& meaning);

/// What a cell says in the words of the file, as far as that is sure; else what was typed, for the field to judge.
struct Said {
  std::string value;
  std::string problem = {};  ///< nothing can be made of the cell: "the formula has no result: #N/A"
};
Said said(const sheet::Cell& cell, const Column& column, const Meaning& meaning);

/// Do two values of this column say the same? 28.0 and 28 do.
bool is_same(const std::string& one, const std::string& other, const Column& column);

/// Can a cell hold all of it?
bool is_shown_whole(const std::string& value);
/// What a cell says that nobody has touched since this value was put there.
Said as_stored(const std::string& value, const Column& column, const Meaning& meaning);

}  // namespace cpm::exchange
