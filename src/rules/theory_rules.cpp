// The theory of change: a picture that everybody can keep in mind.
#include <fmt/format.h>

#include "base/text.h"
#include "rules/rule_table.h"
#include "rules/words.h"

namespace cpm::rules {
namespace {

using diag::Diagnostics;
using model::TheoryOfChange;

// How many clauses of one side are usual.
struct Usual {
  std::string_view side;
  std::size_t fewest;
  std::size_t most;
  std::string_view words;
};

void check_side(const std::vector<model::Clause>& clauses, const Usual& usual, Diagnostics& findings) {
  const std::size_t count = clauses.size();
  if (count == 0 || (count >= usual.fewest && count <= usual.most)) return;
  const bool many = count > usual.most;
  const model::Clause& place = clauses[many ? usual.most : count - 1];
  findings.add(
      {.code = 601,
       .message = fmt::format("this theory of change has {}; {} are usual",
                              base::counted(count, std::string{usual.side} + " clause"), usual.words),
       .span = place_of(place.id, place.text, place.span),
       .help = many ? "combine what belongs together" : "ask what else must hold before the result can be expected",
       .item = place.id.given ? *place.id : std::string{}});
}

void check_clauses(const TheoryOfChange& theory, const Subject&, Diagnostics& findings) {
  check_side(theory.if_clauses, {.side = "IF", .fewest = 3, .most = 7, .words = "3 to 7"}, findings);
  check_side(theory.then_clauses, {.side = "THEN", .fewest = 1, .most = 2, .words = "1 or 2"}, findings);
}

constexpr Rule kTheoryRules[] = {
    {"theory-of-change: number of clauses", kCodes<601>, on<TheoryOfChange, check_clauses>},
};

}  // namespace

std::span<const Rule> theory_rules() {
  return kTheoryRules;
}

}  // namespace cpm::rules
