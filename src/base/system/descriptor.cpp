#include "base/system/descriptor.h"

#include <cstring>
#include <string_view>

#include <unistd.h>

#include "base/error_words.h"
#include "base/text.h"

namespace cpm::base {

bool Descriptor::close_now() {
  const bool fine = number_ < 0 || ::close(number_) == 0;
  number_ = -1;
  return fine;
}

void Descriptor::take(int number) {
  close_now();
  number_ = number;
}

std::string words_for_error(int error) {
  const char* const name = ::strerrorname_np(error);
  const std::string_view words = words_for_error_name(name == nullptr ? "" : name);
  return words.empty() ? lower(std::strerror(error)) : std::string{words};
}

}  // namespace cpm::base
