// Which files of a repository belong to a plan's chain.
#include "score/trace.h"

namespace cpm::score {
namespace {

/// A file that names no plan is for whichever plan the repository has.
bool names_another(const diag::LocatedText& plan, const model::Document& document, const model::Document& wanted) {
  return plan && document.plan != &wanted;
}

void sort_in(TraceFiles& files, const model::Document& document) {
  if (model::content_as<model::TheoryOfChange>(document) != nullptr) files.theories.push_back(&document);
  if (const auto* model = model::content_as<model::LogicModel>(document))
    if (!names_another(model->plan, document, *files.plan)) files.logic_models.push_back(&document);
  if (const auto* support = model::content_as<model::Support>(document))
    if (!names_another(support->plan, document, *files.plan)) files.supports.push_back(&document);
}

bool may_belong(const model::Document& document) {
  return model::content_as<std::monostate>(document) != nullptr ||
         model::content_as<model::TheoryOfChange>(document) != nullptr ||
         model::content_as<model::LogicModel>(document) != nullptr ||
         model::content_as<model::Support>(document) != nullptr;
}

}  // namespace

TraceFiles trace_files(const model::Workspace& workspace, const model::Document& plan) {
  TraceFiles files;
  files.plan = &plan;
  for (const model::Document& document : workspace.documents) {
    if (document.home != plan.home || !may_belong(document)) continue;
    if (document.usable && model::content_as<std::monostate>(document) == nullptr)
      sort_in(files, document);
    else
      files.left_out.push_back(&document);
  }
  return files;
}

}  // namespace cpm::score
