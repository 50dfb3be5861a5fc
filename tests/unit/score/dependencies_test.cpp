#include "score/dependencies.h"

#include <doctest/doctest.h>

#include "score/progress.h"
#include "tests/support/build_model.h"

using namespace cpm;
using namespace cpm::test;

namespace {

struct Wanted {
  const char* id;
  std::initializer_list<const char*> after = {};
  const char* monitor_on = "";
  model::StepStatus status = model::StepStatus::not_started;
};

model::Plan with_steps(std::initializer_list<Wanted> steps) {
  model::Plan made = plan();
  add_priority(made, "p1", "wd");
  add_objective(made, "o1", "p1");
  for (const Wanted& wanted : steps) {
    model::Step& step = add_step(made, wanted.id, "o1");
    step.after = texts(wanted.after);
    step.status = given(wanted.status);
    if (*wanted.monitor_on != '\0') step.monitor_on = timeframe(wanted.monitor_on);
  }
  return made;
}

std::string chain(const model::Plan& plan) {
  std::string ids;
  for (const model::Step* step : score::longest_chain(plan, score::Schedule(plan, date("2026-01-01"))))
    ids += (ids.empty() ? "" : " ") + *step->id;
  return ids;
}

}  // namespace

TEST_CASE("the longest chain begins with the step that waits for nothing") {
  CHECK(chain(with_steps({{"a"}, {"b", {"a"}}, {"c", {"b"}}, {"d", {"a"}}})) == "a b c");
  CHECK(chain(with_steps({{"c", {"b"}}, {"b", {"a"}}, {"a"}})) == "a b c");
  CHECK(chain(with_steps({{"a"}, {"b"}, {"c", {"a", "b"}}, {"d", {"c", "a"}}})) == "a c d");
}

TEST_CASE("steps that are done or dropped are no part of a chain") {
  using enum model::StepStatus;
  CHECK(chain(with_steps({{"a", {}, "", done}, {"b", {"a"}}, {"c", {"b"}}})) == "b c");
  CHECK(chain(with_steps({{"a"}, {"b", {"a"}, "", dropped}, {"c", {"b"}}})).empty());
}

TEST_CASE("of chains of one length the one that ends later is shown, then the first in the plan") {
  CHECK(chain(with_steps({{"a"}, {"b", {"a"}, "2026-05-01"}, {"c"}, {"d", {"c"}, "2026-06-01"}})) == "c d");
  CHECK(chain(with_steps({{"a", {}, "2026-07-01"}, {"b", {"a"}, "2026-05-01"}, {"c"}, {"d", {"c"}}})) == "a b");
  CHECK(chain(with_steps({{"a"}, {"b", {"a"}}, {"c"}, {"d", {"c"}}})) == "a b");
}

TEST_CASE("nothing waits, no chain; circles and missing steps do no harm") {
  CHECK(chain(with_steps({})).empty());
  CHECK(chain(with_steps({{"a"}, {"b"}})).empty());
  CHECK(chain(with_steps({{"a", {"a"}}})).empty());
  CHECK(chain(with_steps({{"a", {"b"}}, {"b", {"a"}}, {"c", {"b"}}, {"d"}, {"e", {"d", "d", "gone"}}})) == "d e");
}

TEST_CASE("a chain of thousands of steps is found") {
  model::Plan made = with_steps({{"s0"}});
  for (int i = 1; i < 20000; ++i)
    add_step(made, "s" + std::to_string(i), "o1").after = {given("s" + std::to_string(i - 1))};
  for (model::Step& step : made.steps) step.status = given(model::StepStatus::not_started);
  CHECK(score::longest_chain(made, score::Schedule(made, date("2026-01-01"))).size() == 20000);
}

TEST_CASE("load counts open steps by responsible and month, nobody last") {
  model::Plan made = with_steps({{"a", {}, "2026-05-20"},
                                 {"b", {}, "2026-04-01"},
                                 {"c", {}, "2026-05-01"},
                                 {"d"},
                                 {"e", {}, "2026-05-01", model::StepStatus::done},
                                 {"f", {}, "2026-05-02"}});
  for (model::Step& step : made.steps) step.responsible.reset();
  for (const std::size_t i : {0U, 1U, 2U, 3U}) {
    made.steps[i].responsible = model::Responsible{};
    made.steps[i].responsible->role = given("Trainer");
  }
  const score::Progress progress = score::progress(made, date("2026-03-31"));
  REQUIRE(progress.load.size() == 2);
  const score::Load& trainer = progress.load[0];
  CHECK(trainer.label == "Trainer");
  CHECK(trainer.open == 4);
  CHECK(trainer.undated == 1);
  REQUIRE(trainer.months.size() == 2);
  CHECK((trainer.months[0].month == std::chrono::year{2026} / std::chrono::April));
  CHECK(trainer.months[0].steps == 1);
  CHECK(trainer.months[1].steps == 2);
  CHECK(progress.load[1].label.empty());
  CHECK_MESSAGE(progress.load[1].open == 1, "`e` is done");
  REQUIRE(progress.unowned.size() == 1);
  CHECK(*progress.unowned[0]->id == "f");
}
