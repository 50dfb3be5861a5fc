#pragma once
// Files that were read in an earlier run of the same process: one that is as it was need not be decoded again. For hosts that ask
// again and again about nearly the same files, such as a page in a browser or an editor. One thread at a time.
#include <map>
#include <string>
#include <vector>

#include "diag/source_file.h"
#include "model/workspace.h"
#include "yaml/recent_texts.h"

namespace cpm::format {

class Memory {
 public:
  struct Reading {
    model::Content content;
    std::string print;  ///< fingerprint of all values
  };

  /// Adds the files of earlier runs, without their text. So each has the same id in every run, whatever is asked first, and
  /// places in what was read stay right.
  void add_to(diag::SourceMap& sources);
  /// The id of a file of this run, which is added where it is new.
  diag::FileId id_of(const std::string& path, diag::SourceMap& sources);

  /// What was read from a file with this text; nullptr when there is none.
  const Reading* find(const diag::SourceFile& file) const;
  /// Only of files without a finding: their messages may rest on other files. Takes the place of what was kept for the path.
  void keep(const diag::SourceFile& file, Reading reading);

  yaml::RecentTexts& recent_texts() { return recent_; }

 private:
  std::vector<std::string> paths_;  ///< in the order of their ids
  std::map<std::string, diag::FileId, std::less<>> ids_;
  struct Kept {
    std::string bytes;
    Reading reading;
  };
  std::map<std::string, Kept, std::less<>> kept_;  ///< by path
  yaml::RecentTexts recent_;
};

}  // namespace cpm::format
