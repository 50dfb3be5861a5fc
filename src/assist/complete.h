#pragma once
// What may be written at a place of a text, also where the text is broken: keys that are not there yet, choices, ids, dates.
#include <string>
#include <string_view>
#include <vector>

#include "assist/around.h"
#include "assist/reading.h"

namespace cpm::assist {

struct Offer {
  std::string text;            ///< to be put in the place of the word
  std::string label;           ///< what people choose: the key, the id
  std::string about;           ///< one line: the field's meaning, the title of what has the id
  std::string_view what;       ///< "key", "choice", "id", "date", "value"
  std::string_view need = {};  ///< of a key: "required", "recommended", "optional"
};

struct Offers {
  Stretch word;               ///< what is there of it; empty at the cursor
  std::vector<Offer> offers;  ///< in the order in which to show them; not chosen by what is there already
};

/// `at`: the byte of the cursor.
Offers offers_at(const Reading& reading, std::size_t at, Around& around);

/// `{"from","to","offers":[{"text","label","about","sort","what","need"}]}`; places are bytes from 0, `sort` counts from 0.
std::string offers_json(const Offers& offers);

}  // namespace cpm::assist
