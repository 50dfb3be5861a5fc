#pragma once
// The cases of tests/rules and tests/formats, and the gallery examples/mistakes, each a test of its own: CMake writes one line
// for each (build/*/generated/rule_cases.cpp). They run `cpm check --quiet .` inside the test program.
#include <string>

namespace cpm::test {

/// `folder` from the root of the sources, such as tests/rules/CPM310-score-off-scale: `good/` is silent, and `bad/` says what
/// expect.txt says, the code of the folder among it. With CPM_UPDATE_GOLDEN=1 expect.txt is rewritten, and the test fails once.
void check_rule_case(const std::string& folder);

/// A file of examples/mistakes alone has one finding if its name begins with a number, else none.
void check_mistake(const std::string& file);

}  // namespace cpm::test
