#include "cli/rewriting.h"

#include <algorithm>

#include <fmt/format.h>

#include "base/line_diff.h"
#include "base/text.h"
#include "cli/commands/answers.h"
#include "cli/options.h"

namespace cpm::cli {
namespace {

std::string octal(unsigned byte) {
  std::string text = "\\";
  for (const unsigned shift : {6U, 3U, 0U}) text += static_cast<char>('0' + ((byte >> shift) & 7U));
  return text;
}

/// As git quotes the name of a file in a diff: only when it must.
std::string diff_name(std::string_view side, std::string_view path) {
  while (path.starts_with('/')) path.remove_prefix(1);
  const std::string name = fmt::format("{}/{}", side, path);
  const bool plain = std::ranges::none_of(name, [](char character) {
    return static_cast<unsigned char>(character) < 0x20 || character == 0x7F || character == '"' || character == '\\';
  });
  if (plain) return name.find(' ') == std::string::npos ? name : name + "\t";
  std::string text = "\"";
  for (const char character : name) {
    const auto byte = static_cast<unsigned char>(character);
    if (character == '"' || character == '\\')
      text.append(1, '\\').append(1, character);
    else if (byte < 0x20 || byte == 0x7F)
      text += octal(byte);
    else
      text += character;
  }
  return text + "\"";
}

std::string shown_on_terminal(const std::string& diff) {
  std::string text;
  for (const std::string_view line : base::split(diff, '\n')) text.append(base::visible(line)).append("\n");
  text.pop_back();
  return text;
}

}  // namespace

std::string diff_of(const Rewritten& file) {
  return base::unified_diff(file.before, file.after,
                            {.before = diff_name("a", file.path), .after = diff_name("b", file.path)});
}

Answer bare_diff(const Run& run, std::string diff) {
  const bool to_terminal = run.environment.out_is_terminal && run.arguments.value(kOutput).value_or("-") == "-";
  return raw_answer(run, to_terminal ? shown_on_terminal(diff) : std::move(diff));
}

bool wants_bare_diff(const Run& run) {
  return display(run.arguments, run.environment).format->name == "text";
}

bool write_over(const Rewritten& file, base::Files& files) {
  const base::FileReading now = files.read(file.path, file.before.size() + 1);
  if (!now.problem.empty() || now.bytes != file.before) return false;
  files.write(file.path, file.after);
  return true;
}

}  // namespace cpm::cli
