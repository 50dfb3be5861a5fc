#pragma once
// Command lines: Windows has them as one text, in which each program tells the words apart by the same rules. For this folder only.
#include <string>
#include <string_view>
#include <vector>

namespace cpm::base {

/// Without the program's name; paths with '/', and patterns such as `plans\*.yaml` replaced by the files that they name, which no
/// shell of Windows does.
std::vector<std::string> words_of(std::wstring_view line);

/// The line from which a program reads these words.
std::wstring line_of(const std::vector<std::string>& words);

}  // namespace cpm::base
