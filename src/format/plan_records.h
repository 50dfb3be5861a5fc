#pragma once
// The larger records of a plan: objectives, steps, links; their tables are in plan_records.cpp.
#include "format/shape.h"

namespace cpm::format {

extern const Record kObjectiveRecord;
extern const Record kStepRecord;
extern const Record kLinksRecord;
extern const Shape kStepStatus;

}  // namespace cpm::format
