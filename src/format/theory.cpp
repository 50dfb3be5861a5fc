#include <array>

#include "format/bind.h"
#include "format/kinds.h"

namespace cpm::format {
namespace {

using model::Clause;
using model::TheoryOfChange;

constexpr std::array kClauseFields = {
    field<&Clause::id>("id", Need::may, kId, "A short name, if something else refers to it.", "families"),
    field<&Clause::text>("text", Need::must, kText, "The clause, without the word IF or THEN.",
                         "families are listened to and supported in their community")
        .called("statement|clause|title|description"),
    field<&Clause::revised_on>("revised_on", Need::may, kDate, "When its meaning last changed.")
        .called("changed on|updated|revised")
        .apart(),
    field<&Clause::outcomes>("outcomes", Need::may, kAnyOutcomeIds, "The outcomes it is based on, such as `oc-heard`.")
        .called("outcome|rests on"),
};
constexpr Record kClauseRecord{.noun = "clause",
                               .about = "One precondition or one result.",
                               .id_key = "id",
                               .title_key = "text",
                               .fields = kClauseFields,
                               .scalar_key = "text"};
constexpr Shape kClause = record_of(kClauseRecord);
constexpr Shape kClauses = list_of(kClause, 1);

constexpr std::array kTheoryFields = {
    field<&TheoryOfChange::heading>("format", Need::must, kText, "The kind of file.", "cpm/theory-of-change/1").apart(),
    field<&TheoryOfChange::county>("county", Need::may, kCounty, "The county, in lower case: `yolo`, `los-angeles`.",
                                   "example"),
    field<&TheoryOfChange::title>("title", Need::must, kText, "Title.", "Our theory of change").called("name"),
    field<&TheoryOfChange::adapted_from>("adapted_from", Need::may, kText, "Whose text it is based on.")
        .called("based on|adapted"),
    field<&TheoryOfChange::source>("source", Need::may, kText, "Where that text was published."),
    field<&TheoryOfChange::lead>("lead", Need::may, kText, "An introduction of one or two sentences.")
        .called("introduction|intro|preamble|lead in"),
    field<&TheoryOfChange::if_clauses>("if", Need::must, kClauses, "The preconditions, usually 3 to 7.")
        .called("ifs|if clauses|when|preconditions|conditions"),
    field<&TheoryOfChange::then_clauses>("then", Need::must, kClauses, "The results expected, usually 1 or 2.")
        .called("thens|then clauses|results"),
    field<&TheoryOfChange::approvals>("approvals", Need::may, kApprovals,
                                      "Who has approved it; `cpm approve` adds entries, bound to the content.")
        .called("approval|approved by|signatures|approved|signed by|sign-off|adopted by")
        .apart(),
};

}  // namespace

constexpr Record kTheoryRecord{.noun = "theory of change",
                               .about = "Why the county's CPM work should lead to better results.",
                               .id_key = {},
                               .title_key = "title",
                               .fields = kTheoryFields};

}  // namespace cpm::format
