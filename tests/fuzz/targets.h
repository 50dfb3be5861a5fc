#pragma once
// What is fuzzed: each target takes any bytes and throws Broken when cpm does not keep a promise. libFuzzer feeds them in
// the preset `fuzz`, `fuzz_replay` in every build.
#include <span>
#include <string_view>

namespace cpm::fuzz {

struct Target {
  std::string_view name;
  std::string_view about;
  bool takes_files = false;  ///< its seeds are the YAML files of tests and examples; else any bytes will do
  void (*run)(std::string_view bytes) = nullptr;
};

std::span<const Target> targets();
/// nullptr when there is none of that name.
const Target* find_target(std::string_view name);

// One file each.
void read_yaml(std::string_view bytes);
void load_county(std::string_view bytes);
void run_commands(std::string_view bytes);
void fix_file(std::string_view bytes);
void edit_file(std::string_view bytes);
void serve_editor(std::string_view bytes);
void read_sheets(std::string_view bytes);
void write_pages(std::string_view bytes);
void write_pictures(std::string_view bytes);

}  // namespace cpm::fuzz
