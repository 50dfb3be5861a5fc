// Severities and suppressions of `cpm.yaml`; 602 to 604.
#include <doctest/doctest.h>

#include "tests/unit/rules/builders.h"

using namespace cpm;
using namespace cpm::test;
using model::PolicySeverity;

namespace {

// A repository at `county/` with cpm.yaml (file 0), a Snapshot (1) and a plan (2), all asked for and usable.
class World {
 public:
  World() {
    workspace.as_of = *base::read_date("2020-01-01").date;
    workspace.homes.emplace_back();
    repository.policy.emplace();
    int file = 0;
    for (const auto* const path : {"county/cpm.yaml", "county/snapshots/a.yaml", "county/plans/b.yaml"}) {
      model::Document& document = workspace.documents.emplace_back();
      document.path = path;
      document.inside = document.path.substr(std::string("county/").size());
      document.file = file++;
      document.asked = true;
      document.usable = true;
    }
    workspace.homes.front().root = "county";
    workspace.homes.front().file = 0;
    workspace.homes.front().repository = &repository;
  }

  model::Suppression& suppress(const std::string& code) {
    model::Suppression& made = repository.policy->suppressions.emplace_back();
    made.code = text(code);
    made.reason = text("known");
    return made;
  }

  diag::Span set(const std::string& code, PolicySeverity severity) {
    model::Keyed<diag::Located<PolicySeverity>> entry;
    entry.key = text(code);
    entry.value = given(severity);
    repository.policy->severity.push_back(entry);
    return entry.value.span;
  }

  void find(diag::Code code, diag::FileId file, const std::string& item = {}) {
    findings.add({.code = code, .message = "found", .span = {.file = file, .begin = 1, .end = 2}, .item = item});
  }

  std::string apply() {
    rules::apply_policy(workspace, findings);
    return codes(findings);
  }

  model::Workspace workspace;
  model::Repository repository;
  diag::Diagnostics findings;
};

}  // namespace

TEST_CASE("a policy lowers, raises and hides findings of rules") {
  World world;
  world.set("CPM502", PolicySeverity::error);
  world.set("CPM401", PolicySeverity::advice);
  world.set("415", PolicySeverity::hidden);
  world.find(502, 2);
  world.find(401, 1);
  world.find(415, 1);
  CHECK(world.apply() == "502 401");
  CHECK(world.findings.all()[0].severity == diag::Severity::error);
  CHECK(world.findings.all()[1].severity == diag::Severity::advice);
}

TEST_CASE("errors of text, shape, references and environment stay errors") {
  for (const auto* const code : {"CPM119", "CPM212", "CPM310", "CPM901"}) {
    World world;
    const diag::Span place = world.set(code, PolicySeverity::advice);
    world.find(212, 1);
    CHECK(world.apply() == "212 604");
    CHECK(world.findings.all()[0].severity == diag::Severity::error);
    CHECK(world.findings.all()[1].span == place);
  }
}

TEST_CASE("warnings about text and references may be lowered, and an error may be called an error") {
  World world;
  world.set("CPM225", PolicySeverity::hidden);
  world.set("CPM309", PolicySeverity::advice);
  world.set("CPM212", PolicySeverity::error);
  world.find(225, 1);
  world.find(309, 1);
  CHECK(world.apply() == "309");
  CHECK(world.findings.all()[0].severity == diag::Severity::advice);
}

TEST_CASE("a suppression fits by code, file and item") {
  World world;
  model::Suppression& suppression = world.suppress("CPM508");
  suppression.file = text("plans/b.yaml");
  suppression.item = text("s2");
  world.find(508, 2, "s1");
  world.find(508, 2, "s2");
  world.find(508, 1, "s2");
  world.find(507, 2, "s2");
  CHECK(world.apply() == "508 508 507");
  CHECK(world.findings.all()[0].item == "s1");
}

TEST_CASE("client data stays an error whatever weight it is given, and can be accepted with a reason") {
  World world;
  world.set("CPM702", PolicySeverity::hidden);
  world.find(702, 1);
  CHECK(world.apply() == "702 604");
  CHECK(world.findings.all()[0].severity == diag::Severity::error);
  World accepting;
  accepting.suppress("CPM702");
  accepting.find(702, 1);
  CHECK(accepting.apply() == "");
}

TEST_CASE("a suppression without file and item fits all findings of its code") {
  World world;
  world.suppress("CPM508");
  world.find(508, 2, "s1");
  world.find(508, 1);
  CHECK(world.apply() == "");
}

TEST_CASE("a suppression of an error that stays has no effect and says so") {
  World world;
  world.suppress("CPM310");
  world.find(310, 1);
  CHECK(world.apply() == "310 604");
}

TEST_CASE("a suppression holds through its last day") {
  World world;
  model::Suppression& suppression = world.suppress("CPM508");
  suppression.until = day("2020-01-01");
  world.find(508, 2);
  CHECK(world.apply() == "");
  suppression.until = day("2019-12-31");
  world.find(508, 2);
  CHECK(world.apply() == "508 602");
  CHECK(world.findings.all()[1].span == suppression.until.span);
  CHECK(world.findings.all()[1].message == "the suppression of `CPM508` ended on 2019-12-31");
}

TEST_CASE("an ended suppression of a file nobody asked for is not reported") {
  World world;
  model::Suppression& suppression = world.suppress("CPM508");
  suppression.until = day("2019-12-31");
  suppression.file = text("plans/b.yaml");
  world.workspace.documents[2].asked = false;
  CHECK(world.apply() == "");
}

TEST_CASE("a suppression that suppresses nothing is reported when its files were checked") {
  World world;
  model::Suppression& suppression = world.suppress("CPM508");
  suppression.file = text("plans/b.yaml");
  SUBCASE("all were") {
    CHECK(world.apply() == "603");
    CHECK(world.findings.all()[0].span == suppression.code.span);
  }
  SUBCASE("its own was, another one was not") {
    world.workspace.documents[1].asked = false;
    CHECK(world.apply() == "603");
  }
  SUBCASE("its own was not asked for") {
    world.workspace.documents[2].asked = false;
    CHECK(world.apply() == "");
  }
  SUBCASE("its own could not be judged") {
    world.workspace.documents[2].usable = false;
    CHECK(world.apply() == "");
  }
  SUBCASE("it names no file, and one was not asked for") {
    suppression.file = {};
    world.workspace.documents[1].asked = false;
    CHECK(world.apply() == "");
  }
  SUBCASE("its file is not there") {
    suppression.file = text("plans/gone.yaml");
    CHECK(world.apply() == "603");
  }
  SUBCASE("its file may be one that was passed over") {
    suppression.file = text("plans/gone.yaml");
    world.workspace.homes.front().whole = false;
    CHECK(world.apply() == "");
  }
  SUBCASE("other files were passed over") {
    world.workspace.homes.front().whole = false;
    CHECK(world.apply() == "603");
  }
}

TEST_CASE("findings about the policy obey the policy") {
  World world;
  world.suppress("CPM508");
  world.set("CPM603", PolicySeverity::hidden);
  CHECK(world.apply() == "");
}

TEST_CASE("a policy holds in its own repository only") {
  World world;
  world.workspace.homes.emplace_back();
  world.workspace.homes.back().root = "other";
  world.workspace.documents[1].home = 1;
  world.set("CPM415", PolicySeverity::hidden);
  world.find(415, 1);
  world.find(415, 2);
  CHECK(world.apply() == "415");
  CHECK(world.findings.all()[0].span.file == 1);
}

TEST_CASE("a suppression names files from the repository's root, wherever the run began") {
  World world;
  world.workspace.homes.front().root = "..";
  world.workspace.documents[2].path = "b.yaml";
  world.suppress("CPM508").file = text("plans/b.yaml");
  world.find(508, 2);
  CHECK(world.apply() == "");
}

TEST_CASE("an entry that says nothing, or names no code, has no effect") {
  World world;
  world.set("CPM415", PolicySeverity::hidden);
  world.repository.policy->severity.back().value.given = false;
  world.set("CPM000", PolicySeverity::advice);
  world.set("CPM310", PolicySeverity::advice);
  world.repository.policy->severity.back().value.given = false;
  world.suppress("CPM000");
  world.repository.policy->suppressions.emplace_back();
  world.find(415, 1);
  CHECK(world.apply() == "415");
}

TEST_CASE("findings that are in no document of the run are nobody's to hide") {
  World world;
  world.set("CPM415", PolicySeverity::hidden);
  world.workspace.documents.emplace_back().file = -1;
  world.find(415, 77);
  world.find(415, -1);
  CHECK(world.apply() == "415 415");
}

TEST_CASE("a suppression of no use is reported with what it names") {
  World world;
  model::Suppression& suppression = world.suppress("CPM508");
  const auto message = [&world] {
    world.findings = {};
    world.apply();
    REQUIRE(world.findings.all().size() == 1);
    return world.findings.all().front().message;
  };
  CHECK(message() == "the suppression of `CPM508` suppresses nothing");
  suppression.item = text("s2");
  CHECK(message() == "the suppression of `CPM508` for `s2` suppresses nothing");
  suppression.file = text("plans/b.yaml");
  CHECK(message() == "the suppression of `CPM508` for `s2` in `plans/b.yaml` suppresses nothing");
  suppression.item = {};
  CHECK(message() == "the suppression of `CPM508` in `plans/b.yaml` suppresses nothing");
}

TEST_CASE("whether a suppression is of use shows in its own repository, and only when all of it was looked at") {
  World world;
  model::Suppression& suppression = world.suppress("CPM508");
  SUBCASE("a document of another repository does not count") {
    world.workspace.homes.emplace_back();
    world.workspace.documents.emplace_back().home = 1;
    CHECK(world.apply() == "603");
  }
  SUBCASE("its file is not there, and something was not looked at") {
    suppression.file = text("plans/gone.yaml");
    world.workspace.documents[1].asked = false;
    CHECK(world.apply() == "");
  }
}

TEST_CASE("what `cpm.yaml` asks in vain is said only when `cpm.yaml` is looked at") {
  World world;
  world.set("CPM310", PolicySeverity::advice);
  world.suppress("CPM212");
  CHECK(world.apply() == "604 604");
  world.findings = {};
  world.workspace.documents[0].asked = false;
  CHECK(world.apply() == "");
}

TEST_CASE("of several suppressions that fit, the first one gives the reason, and none is of no use") {
  World world;
  world.suppress("CPM508").reason = text("first");
  world.suppress("CPM508").reason = text("second");
  world.find(508, 2);
  const std::vector<diag::Accepted> known = rules::apply_policy(world.workspace, world.findings);
  REQUIRE(known.size() == 1);
  CHECK(known[0].reason == "first");
  CHECK(codes(world.findings) == "");
}

TEST_CASE("a suppression of a file that is not there names the one of its own repository that is near") {
  World world;
  model::Suppression& suppression = world.suppress("CPM508");
  suppression.file = text("plans/bb.yaml");
  world.workspace.homes.emplace_back();
  model::Document& other = world.workspace.documents.emplace_back();
  other.inside = "plans/bb.yaml";
  other.home = 1;
  other.file = 3;
  const auto message = [&world] {
    world.findings = {};
    world.apply();
    return only(world.findings).message;
  };
  CHECK(message().ends_with("in `plans/bb.yaml` suppresses nothing; did you mean `plans/b.yaml`?"));
  suppression.item = text("s1");
  CHECK_MESSAGE(message().ends_with("; did you mean `plans/b.yaml`?"), "the file comes first");
  suppression.file = text("plans/gone.yaml");
  CHECK_MESSAGE(message().ends_with("suppresses nothing"), "nothing is near");
}

TEST_CASE("a suppression of an item that nothing was found about names one of the same file and code that is near") {
  World world;
  model::Suppression& suppression = world.suppress("CPM508");
  suppression.file = text("plans/b.yaml");
  suppression.item = text("step-one");
  world.find(508, 2, "step-onne");
  world.find(508, 1, "step-one");
  world.find(507, 2, "step-one");
  CHECK(world.apply() == "508 508 507 603");
  CHECK(world.findings.all().back().message ==
        "the suppression of `CPM508` for `step-one` in `plans/b.yaml` suppresses nothing; did you mean `step-onne`?");
}
