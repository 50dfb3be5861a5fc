#pragma once
// Findings as JUnit XML, which every CI server shows: one test suite for each file checked, in it one failed test case for
// each finding that fails the check. Findings below that are test cases that passed, with the finding as their output.
#include <string>

#include "render/formats.h"

namespace cpm::render {

std::string write_junit(const Job& job);

}  // namespace cpm::render
