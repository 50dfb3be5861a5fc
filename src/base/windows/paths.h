#pragma once
// Paths as cpm has them, "C:/Users/team/plan.yaml", and as Windows wants them. For this folder only.
#include <string>
#include <string_view>

namespace cpm::base {

/// With '\', from the root of its drive, and of any length. Windows opens it as it stands.
std::wstring native_path(std::string_view path);
/// What Windows calls the final path of a file, as cpm has it.
std::string path_of_native(std::wstring_view native);

/// Why Windows can have no file of this name, in words; empty when it can: `aux.yaml` would be a device, `plan.yaml:x` a hidden
/// part of another file.
std::string refused_name(std::string_view path);

}  // namespace cpm::base
