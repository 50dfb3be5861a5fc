#include "base/windows/paths.h"

#include <algorithm>
#include <array>
#include <vector>

#include <windows.h>

#include "base/ascii.h"
#include "base/files.h"
#include "base/system/roots.h"
#include "base/text.h"
#include "base/windows/utf16.h"

namespace cpm::base {
namespace {

constexpr std::wstring_view kVerbatim = L"\\\\?\\";
constexpr std::wstring_view kVerbatimShare = L"\\\\?\\UNC\\";

std::string with_slashes(std::string_view path) {
  std::string text{path};
  std::ranges::replace(text, '\\', '/');
  return text;
}

std::wstring full_path(const std::wstring& path) {
  std::wstring full(path.size() + MAX_PATH, L'\0');
  while (true) {
    const DWORD size = ::GetFullPathNameW(path.c_str(), static_cast<DWORD>(full.size()), full.data(), nullptr);
    const bool fits = size < full.size();
    full.resize(size);
    if (fits) return full;
  }
}

std::vector<std::string> names_of(std::string_view path) {
  const std::string text = with_slashes(path);
  std::vector<std::string> names;
  for (const std::string_view name : split(std::string_view(text).substr(root_size(text)), '/'))
    names.emplace_back(name);
  return names;
}

/// "aux" of "aux.yaml" and "AUX ", which Windows takes for the same.
std::string device_part(std::string_view name) {
  return lower(trimmed(name.substr(0, name.find('.'))));
}

bool is_device(std::string_view name) {
  constexpr std::array<std::string_view, 6> kDevices = {"con", "prn", "aux", "nul", "conin$", "conout$"};
  const std::string part = device_part(name);
  if (std::ranges::find(kDevices, part) != kDevices.end()) return true;
  return part.size() == 4 && (part.starts_with("com") || part.starts_with("lpt")) && part[3] >= '1' && part[3] <= '9';
}

bool is_forbidden(char character) {
  constexpr std::string_view kMarks = "<>:\"|?*";
  return static_cast<unsigned char>(character) < 0x20 || kMarks.find(character) != std::string_view::npos;
}

std::string why_refused(const std::string& name) {
  constexpr std::size_t kLongest = 255;
  if (is_device(name)) return "Windows keeps the name " + ticked(device_part(name)) + " for a device";
  const auto bad = std::ranges::find_if(name, is_forbidden);
  if (bad != name.end()) return "Windows does not allow " + ticked(std::string(1, *bad)) + " in a name";
  return utf16_of(name).size() > kLongest ? "the name is too long" : std::string{};
}

bool is_drive(std::string_view text) {
  return text.size() >= 2 && is_letter(text[0]) && text[1] == ':';
}

/// The end of "//server/share/"; the slash behind it may be missing.
std::size_t share_size(std::string_view path) {
  const std::size_t server = path.find('/', 2);
  if (server == std::string_view::npos || server == 2) return 0;
  const std::size_t share = path.find('/', server + 1);
  if (share == server + 1) return 0;
  return share == std::string_view::npos ? path.size() : share + 1;
}

}  // namespace

std::size_t root_size(std::string_view path) {
  if (is_drive(path)) return path.size() > 2 && path[2] != '/' ? 0 : std::min<std::size_t>(path.size(), 3);
  const std::size_t share = path.starts_with("//") ? share_size(path) : 0;
  return share > 0 ? share : path.starts_with('/') ? 1 : 0;
}

std::string root_of(std::string_view path) {
  std::string root{path.substr(0, root_size(path))};
  if (!root.empty() && !root.ends_with('/')) root += '/';
  if (is_drive(root) && is_lower(root[0])) root[0] = static_cast<char>(root[0] - 'a' + 'A');
  return root;
}

std::wstring native_path(std::string_view path) {
  std::wstring native = utf16_of(path);
  std::ranges::replace(native, L'/', L'\\');
  native = full_path(native);
  if (native.starts_with(kVerbatim) || native.starts_with(L"\\\\.\\")) return native;
  if (native.starts_with(L"\\\\")) return std::wstring(kVerbatimShare) + native.substr(2);
  return std::wstring(kVerbatim) + native;
}

std::string path_of_native(std::wstring_view native) {
  const bool share = native.starts_with(kVerbatimShare);
  if (share || native.starts_with(kVerbatim)) native.remove_prefix((share ? kVerbatimShare : kVerbatim).size());
  return with_slashes((share ? "//" : "") + utf8_of(native));
}

std::string refused_name(std::string_view path) {
  for (const std::string& name : names_of(path))
    if (std::string why = why_refused(name); !why.empty()) return why;
  return {};
}

}  // namespace cpm::base
