#pragma once
// Bytes as a small repository. One file, or several: a form feed and a path begin each further one, which no file of a
// county can hold: "\f plans/2026.yaml\nformat: …".
#include <memory>
#include <string>
#include <string_view>

#include "format/load.h"
#include "tests/support/memory_files.h"

namespace cpm::fuzz {

test::MemoryFiles county_of(std::string_view bytes);

/// The day that every target judges by.
base::Date some_day();

/// The repository read, linked and judged, as `cpm check` does it.
std::unique_ptr<format::Loaded> judged(const base::Files& files);

}  // namespace cpm::fuzz
