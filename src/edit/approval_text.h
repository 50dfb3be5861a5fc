#pragma once
// Writing an approval into a county's file: only the bytes of the entry are new.
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "diag/source_file.h"
#include "format/content_print.h"
#include "yaml/reader.h"

namespace cpm::edit {

struct NewApproval {
  std::string by;
  base::Date on{};
  std::string of = {};    ///< empty: the whole file
  std::string text = {};  ///< may be empty
};

/// A file without errors that is to be approved.
struct ApprovalPlace {
  const diag::SourceFile& file;
  diag::FileId id = -1;
  const yaml::Limits& limits;
};

struct ApprovedText {
  std::string content;                ///< the fingerprint of what is approved; empty: nothing has the id
  bool completed = false;             ///< an entry of that approver and day was there, and got its fingerprint
  std::string entry;                  ///< the lines of the entry, to be added by hand where `bytes` is missing
  std::string bytes;                  ///< of the file with the entry; empty: its layout leaves no sure place for one
  std::string noun = {};              ///< of the record that `of` names
  std::string title = {};             ///< of that record
  std::vector<std::string> ids = {};  ///< of the records that can be approved
};

/// Reads the file again with the entry, and offers the bytes only if they say what is meant and nothing else has changed.
ApprovedText with_approval(const ApprovalPlace& place, const NewApproval& approval);

}  // namespace cpm::edit
