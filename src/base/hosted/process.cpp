#include "base/system/process.h"

#include "base/hosted/host.h"

namespace cpm::base {
namespace {

std::string list_of(const std::vector<std::string>& texts) {
  std::string list;
  for (const std::string& text : texts) list.append(text).push_back('\0');
  return list;
}

/// Takes a whole number with a NUL behind it from the beginning.
int taken_number(std::string& bytes) {
  const int number = std::stoi(bytes);
  bytes.erase(0, bytes.find('\0') + 1);
  return number;
}

}  // namespace

// The answer: how it ended; its status, the bytes that it said, and what it said and wrote.
ProgramResult run_program(const ProgramCall& call) {
  ProgramResult result;
  const std::string patience = std::to_string(call.patience) + '\0';
  Answer answer = ask(Ask::program, list_of(call.words), patience + list_of(call.variables),
                      static_cast<double>(call.limit));
  if (!answer.error.empty()) return result;
  result.end = static_cast<ProgramEnd>(answer.number);
  result.status = taken_number(answer.bytes);
  const auto said = static_cast<std::size_t>(taken_number(answer.bytes));
  result.said = answer.bytes.substr(0, said);
  result.out = answer.bytes.substr(said);
  return result;
}

}  // namespace cpm::base
