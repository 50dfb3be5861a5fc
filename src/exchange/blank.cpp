#include "exchange/blank.h"

#include <fmt/format.h>

namespace cpm::exchange {

std::string blank_snapshot(const std::string& county, base::Date date, const model::Instrument& instrument) {
  return fmt::format(
      "format: cpm/snapshot/1\ncounty: {}\ndate: {}\nstatus: draft\ninstrument: {{id: {}, version: \"{}\"}}\n"
      "administration: baseline\n\nratings: {{}}\n",
      county, base::to_text(date), instrument.id.value, instrument.version.value);
}

}  // namespace cpm::exchange
