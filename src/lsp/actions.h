#pragma once
// What can be done at a place, one row each: the kinds of action, and what each makes of the place.
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "lsp/json.h"
#include "lsp/session.h"

namespace cpm::lsp {

/// Where actions are asked for.
struct ActionPlace {
  const Subject& subject;
  const Home& home;
  assist::Stretch asked;
  std::vector<const diag::Diagnostic*> findings = {};  ///< of this file that meet the place

  /// Those of the whole file.
  std::vector<const diag::Diagnostic*> of_file() const;
};

struct ActionRow {
  std::string_view kind;  ///< of the protocol: "quickfix", "source.fixAll"
  void (*add)(const ActionPlace& place, Json& actions);
};

void add_fixes(const ActionPlace& place, Json& actions);
void add_acceptances(const ActionPlace& place, Json& actions);
void add_missing_keys(const ActionPlace& place, Json& actions);
void add_dates(const ActionPlace& place, Json& actions);
void add_id_from_title(const ActionPlace& place, Json& actions);
void add_fix_all(const ActionPlace& place, Json& actions);

/// An action that changes the subject's own text.
Json own_action(const Subject& subject, std::string_view title, std::string_view kind,
                const std::vector<diag::Edit>& edits);

}  // namespace cpm::lsp
