#pragma once
// What must hold whatever the input is. A promise not kept is thrown as Broken: libFuzzer takes it for a crash, the replay
// prints it.
#include <stdexcept>
#include <string>

#include "diag/diagnostic.h"
#include "diag/source_file.h"

namespace cpm::fuzz {

class Broken : public std::logic_error {
 public:
  using std::logic_error::logic_error;
};

/// Throws Broken with `promise` unless it is kept.
void demand(bool kept, const std::string& promise);

/// Every place of the findings lies in its file and between whole characters, begins before it ends, and says something.
void demand_places(const diag::Diagnostics& findings, const diag::SourceMap& sources);
/// The list is in the order of files and places, and says nothing twice.
void demand_order(const diag::Diagnostics& findings, const diag::SourceMap& sources);

}  // namespace cpm::fuzz
