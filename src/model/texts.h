#pragma once
// Every text that a county wrote freely, wherever it stands in a file: for rules that read words, not structure. Ids,
// file names and words with a fixed form are no such texts; instruments and lists are not a county's own words.
#include <functional>
#include <string_view>

#include "model/workspace.h"

namespace cpm::model {

/// *contact*: a record made for names, email and phone. *person*: who someone is, by name or role. *prose*: all else.
enum class TextRole { prose, person, contact };

struct Text {
  const LocatedText& text;
  TextRole role = TextRole::prose;
  std::string_view record;  ///< id of the record it belongs to; may be empty
};

using TextVisitor = std::function<void(const Text&)>;

/// Calls the visitor for each text that is given, kind by kind in the order of the form.
void for_each_text(const Content& content, const TextVisitor& visit);

}  // namespace cpm::model
