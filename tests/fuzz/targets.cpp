#include "tests/fuzz/targets.h"

#include <algorithm>
#include <array>

namespace cpm::fuzz {
namespace {

constexpr std::array kTargets = {
    Target{"yaml", "the reader: bytes to tree", true, read_yaml},
    Target{"load", "a small repository: read, link, rules, findings in a format", true, load_county},
    Target{"commands", "a small repository through every command and report", true, run_commands},
    Target{"fix", "the edits that findings offer, one file", true, fix_file},
    Target{"edit", "a change of one value, one file", true, edit_file},
    Target{"serve", "the language server: a stream, edits and questions in any order", true, serve_editor},
    Target{"sheets", "damaged spreadsheets: read, compared with a plan, written again", false, read_sheets},
    Target{"pages", "pages, records and findings with hostile texts in a format", false, write_pages},
    Target{"pictures", "drawings and calendars with hostile texts", false, write_pictures},
};

}  // namespace

std::span<const Target> targets() {
  return kTargets;
}

const Target* find_target(std::string_view name) {
  const auto found = std::ranges::find(kTargets, name, &Target::name);
  return found == kTargets.end() ? nullptr : &*found;
}

}  // namespace cpm::fuzz
