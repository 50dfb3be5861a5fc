#include "base/hosted/host.h"

#include <cstddef>

#include "base/error_words.h"

// What the host offers: cmake/web/host_library.js. `cpm_ask` returns a number, or -1 when the answer is the name of an error.
extern "C" {
int cpm_ask(int what, const char* path, std::size_t path_size, const char* bytes, std::size_t bytes_size,
            double number);
/// Bytes of the last answer, and the answer itself.
std::size_t cpm_size();
void cpm_take(char* answer);
}

namespace cpm::base {

Answer ask(Ask what, std::string_view path, std::string_view bytes, double number) {
  Answer answer;
  answer.number = cpm_ask(static_cast<int>(what), path.data(), path.size(), bytes.data(), bytes.size(), number);
  std::string& text = answer.number < 0 ? answer.error : answer.bytes;
  text.resize(cpm_size());
  cpm_take(text.data());
  return answer;
}

std::vector<std::string> texts_of(std::string_view list) {
  std::vector<std::string> texts;
  for (std::size_t end = list.find('\0'); end != std::string_view::npos; end = list.find('\0')) {
    texts.emplace_back(list.substr(0, end));
    list.remove_prefix(end + 1);
  }
  return texts;
}

std::string words_for_error(std::string_view name) {
  const std::string_view words = words_for_error_name(name);
  return std::string{words.empty() ? name : words};
}

}  // namespace cpm::base
