#pragma once
// The words of the field tables, as libFuzzer's dictionary: what a county can write, so that what is tried is nearly right.
#include <string>

namespace cpm::fuzz {

std::string dictionary();

}  // namespace cpm::fuzz
