#pragma once
// Pieces that several kinds of file share: contact, people by role, references to an instrument, dated plan of a record.
// Plain structs; every scalar carries its place. A record's `span` covers its whole text, `key` only its name.
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/date.h"
#include "base/decimal.h"
#include "base/timeframe.h"
#include "diag/span.h"

namespace cpm::model {

using diag::Located;
using diag::LocatedText;
using diag::Span;
using LocatedDate = Located<base::Date>;
using LocatedTimeframe = Located<base::Timeframe>;
using LocatedWhole = Located<std::int64_t>;
using LocatedDecimal = Located<base::Decimal>;
using LocatedFlag = Located<bool>;
using TextList = std::vector<LocatedText>;

/// One entry of a map whose keys are the county's own words (item ids, scale values, codes).
template <class T>
struct Keyed {
  LocatedText key;
  T value{};
};

template <class T>
using Map = std::vector<Keyed<T>>;

struct Contact {
  Span span;
  LocatedText name;
  LocatedText email;
  LocatedText phone;
};

/// First and last day.
struct Period {
  Span span;
  LocatedDate from;
  LocatedDate to;
};

/// Which text was asked: `{id, version}`. Found among the built-in instruments and `instruments/` of the repository.
struct InstrumentRef {
  Span span;
  LocatedText id;
  LocatedText version;
};

/// A figure at a day.
struct Measured {
  Span span;
  LocatedDate date;
  LocatedDecimal value;
};

/// Somebody's yes to a file, or to one record of it, bound to what that said on the day.
struct Approval {
  Span span;
  LocatedText by;
  LocatedDate on;
  LocatedText of;       ///< id of a record; not given: the whole file
  LocatedText text;     ///< what belongs to it, such as the item of an agenda
  LocatedText content;  ///< the fingerprint of what was approved

  // Set by format/content_print.
  std::string now;    ///< the fingerprint of the same, as the file is now; empty: `of` names nothing in it
  std::string noun;   ///< of the record that `of` names: "priority"
  std::string title;  ///< of that record, in the county's words; may be empty
};

/// *unbound*: nothing says what was approved. *renewed*: the same approver approved the same record again later.
enum class ApprovalState { holds, changed, unbound, renewed };

/// What every document has: the first key of the file and where the whole text is.
struct Heading {
  Span span;           ///< the whole document
  LocatedText format;  ///< "cpm/snapshot/1"
};

}  // namespace cpm::model
