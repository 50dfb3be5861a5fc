#include "tests/fuzz/county.h"

#include <algorithm>

#include "base/text.h"
#include "cli/findings.h"

namespace cpm::fuzz {
namespace {

constexpr std::string_view kSettings = "cpm.yaml";
constexpr std::size_t kMostFiles = 12;

bool is_path(std::string_view text) {
  constexpr std::string_view kSigns = "abcdefghijklmnopqrstuvwxyz0123456789-./";
  return text.ends_with(".yaml") && text.size() < 60 && text.find_first_not_of(kSigns) == std::string_view::npos &&
         text.find("..") == std::string_view::npos && text.find("//") == std::string_view::npos && text[0] != '/' &&
         text[0] != '.';
}

std::string path_of(std::string_view wish, std::string_view text, std::size_t number) {
  if (text.starts_with("format: cpm/repository")) return std::string(kSettings);
  const std::string_view path = base::trimmed(wish);
  return is_path(path) ? std::string(path) : "file-" + std::to_string(number) + ".yaml";
}

}  // namespace

test::MemoryFiles county_of(std::string_view bytes) {
  test::MemoryFiles files;
  const std::vector<std::string_view> parts = base::split(bytes, '\f');
  for (std::size_t i = 0; i < std::min(parts.size(), kMostFiles); ++i) {
    const std::size_t end = i == 0 ? 0 : std::min(parts[i].find('\n'), parts[i].size());
    const std::string_view text = parts[i].substr(i == 0 ? 0 : std::min(end + 1, parts[i].size()));
    if (i == 0 && text.empty() && parts.size() > 1) continue;
    files.add(path_of(parts[i].substr(0, end), text, i), text);
  }
  return files;
}

base::Date some_day() {
  using namespace std::chrono;
  return base::Date{year{2026}, March, day{31}};
}

std::unique_ptr<format::Loaded> judged(const base::Files& files) {
  const format::Request request{.paths = {"."}, .as_of = some_day()};
  std::unique_ptr<format::Loaded> loaded = format::load(files, request);
  cli::judge(*loaded);
  return loaded;
}

}  // namespace cpm::fuzz
