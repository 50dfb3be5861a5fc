#include "model/support.h"

namespace cpm::model {

bool is_open(const SupportNeed& need) {
  return *need.status != SupportStatus::received && *need.status != SupportStatus::declined;
}

}  // namespace cpm::model
