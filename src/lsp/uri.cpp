#include "lsp/uri.h"

#include <fmt/format.h>

#include "base/ascii.h"
#include "base/files.h"
#include "base/text.h"

namespace cpm::lsp {
namespace {

int digit_of(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

std::string decoded_escapes(std::string_view text) {
  constexpr int kDigits = 16;
  std::string plain;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool escape = text[i] == '%' && i + 2 < text.size() && digit_of(text[i + 1]) >= 0 &&
                        digit_of(text[i + 2]) >= 0;
    if (!escape) {
      plain += text[i];
      continue;
    }
    plain += static_cast<char>(digit_of(text[i + 1]) * kDigits + digit_of(text[i + 2]));
    i += 2;
  }
  return plain;
}

bool stays_in_uri(char c) {
  constexpr std::string_view kMarks = "-._~/";
  return base::is_letter(c) || base::is_digit(c) || kMarks.find(c) != std::string_view::npos;
}

}  // namespace

// On Windows "/C:/Users" is a drive behind the slash that ends the machine's part, and a machine is the first part of a path.
std::optional<std::string> path_of_uri(std::string_view uri) {
  constexpr std::string_view kScheme = "file://";
  if (!base::lower(uri.substr(0, kScheme.size())).starts_with(kScheme)) return std::nullopt;
  std::string_view rest = uri.substr(kScheme.size());
  if (base::lower(rest.substr(0, 10)) == "localhost/") rest.remove_prefix(9);
  const std::string path = decoded_escapes(rest.substr(0, rest.find_first_of("?#")));
  if (path.find('\0') != std::string::npos) return std::nullopt;
  const bool of_machine = !path.starts_with('/');
  const std::string shared = "//" + path;
  if (of_machine) return base::is_share(shared) ? std::optional(base::joined_path("", shared)) : std::nullopt;
  const bool drive = base::is_absolute(std::string_view(path).substr(1));
  return base::joined_path("/", drive ? path.substr(1) : path);
}

std::string uri_of_path(std::string_view path) {
  std::string uri = path.starts_with('/') ? "file://" : "file:///";
  if (base::is_share(path)) path.remove_prefix(2);
  for (const char c : path)
    uri += stays_in_uri(c) ? std::string(1, c) : fmt::format("%{:02X}", static_cast<unsigned char>(c));
  return uri;
}

}  // namespace cpm::lsp
