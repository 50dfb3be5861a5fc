#pragma once
// What `cpm list` can list, by word.
#include <string_view>
#include <vector>

namespace cpm::cli {

struct ListTopic {
  std::string_view word;
  std::string_view title;
};

std::vector<ListTopic> list_topics();

}  // namespace cpm::cli
