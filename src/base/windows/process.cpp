#include "base/system/process.h"

#include <algorithm>
#include <map>
#include <optional>
#include <string_view>

#include "base/system/terminal.h"
#include "base/text.h"
#include "base/windows/command_line.h"
#include "base/windows/handle.h"
#include "base/windows/paths.h"
#include "base/windows/utf16.h"

namespace cpm::base {
namespace {

using std::chrono::milliseconds;

constexpr std::size_t kMostSaid = 4096;

/// What a program writes comes out here.
struct Pipe {
  Handle reading;
  Handle writing;
  bool ended = false;
};

SECURITY_ATTRIBUTES to_pass_on() {
  return {.nLength = sizeof(SECURITY_ATTRIBUTES), .lpSecurityDescriptor = nullptr, .bInheritHandle = TRUE};
}

Pipe new_pipe() {
  HANDLE reading = nullptr;
  HANDLE writing = nullptr;
  SECURITY_ATTRIBUTES passed = to_pass_on();
  if (::CreatePipe(&reading, &writing, &passed, 0) == 0) return {};
  ::SetHandleInformation(reading, HANDLE_FLAG_INHERIT, 0);
  return {.reading = Handle{reading}, .writing = Handle{writing}};
}

Handle no_input() {
  SECURITY_ATTRIBUTES passed = to_pass_on();
  return Handle{
      ::CreateFileW(L"NUL", GENERIC_READ, FILE_SHARE_READ | FILE_SHARE_WRITE, &passed, OPEN_EXISTING, 0, nullptr)};
}

/// Looked up on PATH alone: a folder that somebody works in, where Windows would look first, is no place for programs.
std::wstring program_on_path(const std::string& name) {
  const std::string folders = environment_variable("PATH");
  for (const std::string_view folder : split(folders, ';')) {
    const std::string path = std::string(folder) + "\\" + name + ".exe";
    const bool whole = folder.size() > 2 && (folder[1] == ':' || folder.starts_with("\\\\"));
    if (whole && refused_name(path).empty() &&
        ::GetFileAttributesW(native_path(path).c_str()) != INVALID_FILE_ATTRIBUTES)
      return utf16_of(path);
  }
  return {};
}

struct SameVariable {
  bool operator()(const std::wstring& a, const std::wstring& b) const {
    return ::CompareStringOrdinal(a.c_str(), -1, b.c_str(), -1, TRUE) == CSTR_LESS_THAN;
  }
};
using Variables = std::map<std::wstring, std::wstring, SameVariable>;

/// "NAME=value"; names of Windows itself begin with '='.
void set_variable(Variables& variables, std::wstring_view text) {
  const std::size_t end = std::min(text.find(L'=', 1), text.size());
  variables[std::wstring(text.substr(0, end))] = text.substr(end);
}

/// Those of this process and the call's, sorted, as Windows wants them.
std::wstring environment_with(const std::vector<std::string>& own) {
  Variables variables;
  wchar_t* const block = ::GetEnvironmentStringsW();
  for (std::wstring_view text = block; !text.empty(); text = text.data() + text.size() + 1)
    set_variable(variables, text);
  ::FreeEnvironmentStringsW(block);
  for (const std::string& text : own) set_variable(variables, utf16_of(text));
  std::wstring all;
  for (const auto& [name, value] : variables) all.append(name).append(value).push_back(L'\0');
  return all + L'\0';
}

/// Of all that is open in this process, the new one gets these handles.
class Passed {
 public:
  explicit Passed(std::vector<HANDLE> handles) : handles_(std::move(handles)) {
    SIZE_T size = 0;
    ::InitializeProcThreadAttributeList(nullptr, 1, 0, &size);
    memory_.resize(size);
    fine_ = ::InitializeProcThreadAttributeList(list(), 1, 0, &size) != 0 &&
            ::UpdateProcThreadAttribute(list(), 0, PROC_THREAD_ATTRIBUTE_HANDLE_LIST, handles_.data(),
                                        handles_.size() * sizeof(HANDLE), nullptr, nullptr) != 0;
  }
  ~Passed() { ::DeleteProcThreadAttributeList(list()); }
  Passed(const Passed&) = delete;
  Passed& operator=(const Passed&) = delete;

  bool fine() const { return fine_; }
  LPPROC_THREAD_ATTRIBUTE_LIST list() {
    return static_cast<LPPROC_THREAD_ATTRIBUTE_LIST>(static_cast<void*>(memory_.data()));
  }

 private:
  std::vector<HANDLE> handles_;
  std::vector<std::byte> memory_;
  bool fine_ = false;
};

/// A program under way. It ends with this, and so does what it has started.
struct Started {
  Handle process;
  Handle group;
};

/// What ends when its handle is closed.
Handle new_group() {
  Handle group{::CreateJobObjectW(nullptr, nullptr)};
  JOBOBJECT_EXTENDED_LIMIT_INFORMATION limits{};
  limits.BasicLimitInformation.LimitFlags = JOB_OBJECT_LIMIT_KILL_ON_JOB_CLOSE;
  ::SetInformationJobObject(group.get(), JobObjectExtendedLimitInformation, &limits, sizeof limits);
  return group;
}

STARTUPINFOEXW with_streams(HANDLE input, HANDLE out, HANDLE said) {
  STARTUPINFOEXW start{};
  start.StartupInfo.cb = sizeof start;
  start.StartupInfo.dwFlags = STARTF_USESTDHANDLES;
  start.StartupInfo.hStdInput = input;
  start.StartupInfo.hStdOutput = out;
  start.StartupInfo.hStdError = said;
  return start;
}

std::optional<Started> started(const ProgramCall& call, const Pipe& out, const Pipe& said) {
  const std::wstring program = program_on_path(call.words.front());
  const Handle input = no_input();
  if (program.empty() || !input.open()) return std::nullopt;
  std::wstring line = line_of(call.words);
  std::wstring surroundings = environment_with(call.variables);
  Passed passed({input.get(), out.writing.get(), said.writing.get()});
  STARTUPINFOEXW start = with_streams(input.get(), out.writing.get(), said.writing.get());
  start.lpAttributeList = passed.list();
  // No window opens for it when cpm itself has none, as under an editor.
  constexpr DWORD kHow = CREATE_SUSPENDED | CREATE_NO_WINDOW | CREATE_UNICODE_ENVIRONMENT |
                         EXTENDED_STARTUPINFO_PRESENT;
  PROCESS_INFORMATION made{};
  if (!passed.fine() || ::CreateProcessW(program.c_str(), line.data(), nullptr, nullptr, TRUE, kHow,
                                         surroundings.data(), nullptr, &start.StartupInfo, &made) == 0)
    return std::nullopt;
  const Handle thread{made.hThread};
  Started result{.process = Handle{made.hProcess}, .group = new_group()};
  ::AssignProcessToJobObject(result.group.get(), made.hProcess);
  ::ResumeThread(thread.get());
  return result;
}

/// Takes what is there; bytes beyond `limit` are dropped. False when nothing was.
bool take(Pipe& pipe, std::size_t limit, std::string& bytes, bool& more) {
  DWORD there = 0;
  if (pipe.ended || (::PeekNamedPipe(pipe.reading.get(), nullptr, 0, nullptr, &there, nullptr) != 0 && there == 0))
    return false;
  std::string block(std::max<DWORD>(there, 1), '\0');
  DWORD got = 0;
  pipe.ended = ::ReadFile(pipe.reading.get(), block.data(), static_cast<DWORD>(block.size()), &got, nullptr) == 0 ||
               got == 0;
  const std::size_t room = std::min<std::size_t>(got, limit - bytes.size());
  bytes.append(block, 0, room);
  more = more || room < got;
  return true;
}

/// Reads both streams until they end, the limit is passed, or nothing comes for too long. Pipes cannot be waited for together:
/// they are looked at again after a nap, which grows while nothing comes.
ProgramEnd listen(const ProgramCall& call, Pipe& out, Pipe& said, ProgramResult& result) {
  constexpr DWORD kLongestNap = 10;
  bool too_large = false;
  bool chatter = false;  // more on standard error than anybody wants to know
  milliseconds heard = steady_time();
  for (DWORD nap = 0; !out.ended || !said.ended;) {
    const bool first = take(out, call.limit, result.out, too_large);
    const bool something = take(said, kMostSaid, result.said, chatter) || first;
    if (too_large) return ProgramEnd::too_large;
    if (something) heard = steady_time();
    if (steady_time() - heard > std::chrono::seconds{call.patience}) return ProgramEnd::too_slow;
    nap = something ? 0 : std::min(nap + 1, kLongestNap);
    if (!something) ::Sleep(nap);
  }
  return ProgramEnd::finished;
}

}  // namespace

ProgramResult run_program(const ProgramCall& call) {
  ProgramResult result;
  Pipe out = new_pipe();
  Pipe said = new_pipe();
  if (call.words.empty() || !out.reading.open() || !said.reading.open()) return result;
  const std::optional<Started> program = started(call, out, said);
  if (!program) return result;
  out.writing.close();
  said.writing.close();
  result.end = listen(call, out, said, result);
  const auto patience = static_cast<DWORD>(call.patience) * 1000;
  if (result.end == ProgramEnd::finished && ::WaitForSingleObject(program->process.get(), patience) != WAIT_OBJECT_0)
    result.end = ProgramEnd::too_slow;
  DWORD status = 0;
  if (result.end != ProgramEnd::finished)
    ::TerminateProcess(program->process.get(), 1);
  else if (::GetExitCodeProcess(program->process.get(), &status) != 0)
    result.status = static_cast<int>(status);
  return result;
}

}  // namespace cpm::base
