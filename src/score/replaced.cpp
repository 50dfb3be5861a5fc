#include "score/replaced.h"

namespace cpm::score {

const model::Document* replaced_by(const model::Document& document, const model::Workspace& workspace) {
  const auto& plan = model::content_of<model::Plan>(document);
  const model::Document* newest = nullptr;
  for (const model::Document* const other : model::documents_of<model::Plan>(workspace)) {
    const auto& later = model::content_of<model::Plan>(*other);
    if (other->home != document.home || other->past || !other->usable || *later.county != *plan.county) continue;
    if (*later.date <= *plan.date || *later.date > workspace.as_of) continue;
    if (newest == nullptr || *later.date > *model::content_of<model::Plan>(*newest).date) newest = other;
  }
  return newest;
}

}  // namespace cpm::score
