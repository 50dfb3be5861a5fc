#include "diag/diagnostic.h"

#include <algorithm>
#include <cstdlib>

#include <doctest/doctest.h>
#include <sys/wait.h>
#include <unistd.h>

#include "diag/catalog.h"

using namespace cpm::diag;

namespace {

// A code of the catalog with this severity.
Code code_with(Severity severity) {
  const auto rows = catalog();
  const auto row = std::find_if(rows.begin(), rows.end(), [&](const CodeInfo& r) { return r.severity == severity; });
  REQUIRE(row != rows.end());
  return row->code;
}

Diagnostic finding(Code code, FileId file) {
  Diagnostic diagnostic;
  diagnostic.code = code;
  diagnostic.message = "something was found";
  diagnostic.span = whole(file);
  return diagnostic;
}

}  // namespace

TEST_CASE("A finding gets the severity of its code") {
  for (const Severity severity : {Severity::advice, Severity::warning, Severity::error}) {
    Diagnostics diagnostics;
    diagnostics.add(finding(code_with(severity), 0));
    REQUIRE(diagnostics.all().size() == 1);
    CHECK(diagnostics.all().front().severity == severity);
    CHECK(diagnostics.count(severity) == 1);
    CHECK(diagnostics.has_error() == (severity == Severity::error));
  }
}

TEST_CASE("Errors are counted for each file") {
  Diagnostics diagnostics;
  CHECK_FALSE(diagnostics.has_error());
  diagnostics.add(finding(code_with(Severity::error), 1));
  diagnostics.add(finding(code_with(Severity::error), 1));
  diagnostics.add(finding(code_with(Severity::warning), 2));
  CHECK(diagnostics.has_error(1));
  CHECK_FALSE(diagnostics.has_error(2));
  CHECK_FALSE(diagnostics.has_error(0));
  CHECK(diagnostics.count(Severity::error) == 2);
  CHECK(diagnostics.count(Severity::advice) == 0);
}

TEST_CASE("Findings keep the order in which they were added") {
  Diagnostics diagnostics;
  for (FileId file = 0; file < 5; ++file) diagnostics.add(finding(code_with(Severity::error), file));
  for (FileId file = 0; file < 5; ++file) CHECK(diagnostics.all()[static_cast<std::size_t>(file)].span.file == file);
}

TEST_CASE("A code that the catalog does not have is a mistake of our own") {
  const pid_t child = ::fork();
  REQUIRE(child >= 0);
  if (child == 0) {
    ::close(STDERR_FILENO);
    Diagnostics diagnostics;
    diagnostics.add(finding(0, 0));
    std::_Exit(0);
  }
  int status = 0;
  REQUIRE(::waitpid(child, &status, 0) == child);
  REQUIRE(WIFEXITED(status));
  CHECK(WEXITSTATUS(status) == 70);
}
