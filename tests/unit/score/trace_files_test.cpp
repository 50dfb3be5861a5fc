#include <doctest/doctest.h>

#include <string>

#include "score/trace.h"

using namespace cpm;

namespace {

/// A repository with a plan and one file of each kind that may belong to its chain.
struct TracedFiles {
  model::Workspace workspace;

  TracedFiles() {
    add("plan", model::Plan{});
    add("theory", model::TheoryOfChange{});
    add("logic", model::LogicModel{});
    add("support", model::Support{});
    add("snapshot", model::Snapshot{});
    add("broken", std::monostate{});
  }
  model::Document& add(const std::string& path, model::Content content) {
    model::Document& document = workspace.documents.emplace_back();
    document.path = path;
    document.content = std::move(content);
    document.usable = !std::holds_alternative<std::monostate>(document.content);
    return document;
  }
  model::Document& called(const std::string& path) {
    for (model::Document& document : workspace.documents)
      if (document.path == path) return document;
    throw std::logic_error("no document " + path);
  }
  std::string files() {
    const score::TraceFiles found = score::trace_files(workspace, called("plan"));
    CHECK(found.plan == &called("plan"));
    std::string all;
    for (const auto* list : {&found.theories, &found.logic_models, &found.supports, &found.left_out}) {
      for (const model::Document* document : *list) all += document->path + " ";
      all += "| ";
    }
    return all;
  }
};

}  // namespace

TEST_CASE("theory, logic models and support of the plan's repository belong to its chain; a file with errors may") {
  TracedFiles county;
  CHECK(county.files() == "theory | logic | support | broken | ");
  for (const char* const path : {"theory", "logic", "support", "snapshot"}) county.called(path).usable = false;
  CHECK(county.files() == "| | | theory logic support broken | ");
}

TEST_CASE("files of another repository do not belong") {
  TracedFiles county;
  for (const char* const path : {"theory", "logic", "support", "broken"}) county.called(path).home = 1;
  CHECK(county.files() == "| | | | ");
}

TEST_CASE("a file that names another plan belongs there; one that names none belongs to any") {
  TracedFiles county;
  std::get<model::LogicModel>(county.called("logic").content).plan.given = true;
  std::get<model::Support>(county.called("support").content).plan.given = true;
  CHECK(county.files() == "theory | | | broken | ");
  county.called("logic").plan = &county.called("plan");
  county.called("support").plan = &county.called("plan");
  CHECK(county.files() == "theory | logic | support | broken | ");
}
