#pragma once
// What a target does not try in full for each input it chooses by the input's bytes: the same choice each time, and every
// choice comes up over many inputs. All formats for each input would take ten times as long.
#include <cstdint>
#include <string_view>

#include "render/formats.h"

namespace cpm::fuzz {

/// A number made of all bytes, the same on every machine.
std::uint64_t hash_of(std::string_view bytes);

/// One of the formats, with or without those that need rows.
const render::Format& some_format(std::uint64_t number, bool with_rows);

}  // namespace cpm::fuzz
