#include "cli/proof.h"

#include <ostream>

#include "base/text.h"
#include "cli/exit.h"
#include "cli/options.h"
#include "cli/output.h"

namespace cpm::cli {
namespace {

std::size_t lines_before_difference(std::string_view a, std::string_view b) {
  std::size_t line = 1;
  for (std::size_t i = 0; i < a.size() && i < b.size() && a[i] == b[i]; ++i)
    if (a[i] == '\n') ++line;
  return line;
}

/// The same command without `--check`.
std::string renewing(std::string command) {
  const std::string word = " " + std::string(long_name(kProof));
  const std::size_t at = command.find(word);
  return at == std::string::npos ? command : command.erase(at, word.size());
}

}  // namespace

void check_proof(const Arguments& arguments, const std::string& output) {
  if (arguments.has(kProof) && output.empty())
    throw UsageError("`--check` needs the file to prove", "name the committed report with `-o FILE`");
}

int prove(Environment& environment, const Proof& proof) {
  const std::string file = "`" + base::visible(proof.file) + "`";
  const bool missing = environment.files.kind(proof.file) == base::EntryKind::missing;
  constexpr std::size_t kMost = 64 * 1024 * 1024;
  const base::FileReading reading = missing ? base::FileReading{} : environment.files.read(proof.file, kMost);
  if (!missing && reading.problem.empty() && reading.bytes == proof.bytes) {
    if (!proof.beside) write_out(environment, file + " is up to date\n");
    return kFine;
  }
  const std::string line = std::to_string(lines_before_difference(reading.bytes, proof.bytes));
  remark(environment, missing                    ? file + " is not there"
                      : !reading.problem.empty() ? file + " cannot be read: " + reading.problem
                                                 : file + " is stale: line " + line + " is not what the files say now");
  environment.err << "   help: renew it with `" << renewing(proof.command) << "`\n" << std::flush;
  return kFindings;
}

}  // namespace cpm::cli
