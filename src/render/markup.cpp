#include "render/markup.h"

#include <algorithm>
#include <array>

#include "base/text.h"

namespace cpm::render {
namespace {

struct Entity {
  char sign;
  std::string_view name;
};

constexpr std::array kEntities = {Entity{'&', "&amp;"}, Entity{'<', "&lt;"}, Entity{'>', "&gt;"}, Entity{'"', "&quot;"},
                                  Entity{'\'', "&#39;"}};

}  // namespace

std::string markup_escaped(std::string_view text) {
  std::string safe;
  for (const char sign : base::visible(text)) {
    const auto* const entity = std::ranges::find(kEntities, sign, &Entity::sign);
    if (entity == kEntities.end())
      safe += sign;
    else
      safe += entity->name;
  }
  return safe;
}

bool says_something(std::string_view text) {
  return !base::trimmed(base::visible(text)).empty();
}

std::string attribute(std::string_view name, std::string_view value) {
  return " " + std::string(name) + "=\"" + markup_escaped(value) + "\"";
}

}  // namespace cpm::render
