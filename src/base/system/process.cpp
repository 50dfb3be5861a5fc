#include "base/system/process.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <string_view>
#include <utility>

#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

extern char** environ;

namespace cpm::base {
namespace {

constexpr std::size_t kMostSaid = 4096;
constexpr int kNapMilliseconds = 10;

/// A pipe whose ends close with it; the program gets a copy of the writing end only.
class Pipe {
 public:
  Pipe() { open_ = ::pipe2(ends_.data(), O_CLOEXEC) == 0; }
  ~Pipe() {
    close_end(0);
    close_end(1);
  }
  Pipe(const Pipe&) = delete;
  Pipe& operator=(const Pipe&) = delete;

  bool open() const { return open_; }
  int reading() const { return ends_[0]; }
  int writing() const { return ends_[1]; }
  void close_writing() { close_end(1); }
  void close_reading() { close_end(0); }

 private:
  void close_end(std::size_t end) {
    if (open_ && ends_[end] >= 0) ::close(ends_[end]);
    ends_[end] = -1;
  }

  std::array<int, 2> ends_ = {-1, -1};
  bool open_ = false;
};

std::vector<char*> pointers(std::vector<std::string>& texts) {
  std::vector<char*> result;
  for (std::string& text : texts) result.push_back(text.data());
  result.push_back(nullptr);
  return result;
}

/// "NAME=" of "NAME=value"
std::string_view name_part(std::string_view variable) {
  return variable.substr(0, variable.find('=') + 1);
}

std::vector<std::string> environment_with(const std::vector<std::string>& variables) {
  std::vector<std::string> all = variables;
  for (char** entry = environ; entry != nullptr && *entry != nullptr; ++entry) {
    const std::string_view text = *entry;
    const bool replaced = std::any_of(variables.begin(), variables.end(),
                                      [&](const std::string& own) { return text.starts_with(name_part(own)); });
    if (!replaced) all.emplace_back(text);
  }
  return all;
}

/// What is set up in the new process before the program begins. What `turn_signals_into_errors` ignores is not ignored there.
class Setting {
 public:
  Setting(const Pipe& out, const Pipe& said) {
    ::posix_spawn_file_actions_init(&actions_);
    ::posix_spawn_file_actions_addopen(&actions_, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
    ::posix_spawn_file_actions_adddup2(&actions_, out.writing(), STDOUT_FILENO);
    ::posix_spawn_file_actions_adddup2(&actions_, said.writing(), STDERR_FILENO);
    ::posix_spawnattr_init(&attributes_);
    sigset_t normal{};
    sigemptyset(&normal);
    for (const int signal : {SIGPIPE, SIGXFSZ}) sigaddset(&normal, signal);
    ::posix_spawnattr_setsigdefault(&attributes_, &normal);
    ::posix_spawnattr_setflags(&attributes_, POSIX_SPAWN_SETSIGDEF);
  }
  ~Setting() {
    ::posix_spawn_file_actions_destroy(&actions_);
    ::posix_spawnattr_destroy(&attributes_);
  }
  Setting(const Setting&) = delete;
  Setting& operator=(const Setting&) = delete;

  const posix_spawn_file_actions_t* actions() const { return &actions_; }
  const posix_spawnattr_t* attributes() const { return &attributes_; }

 private:
  posix_spawn_file_actions_t actions_{};
  posix_spawnattr_t attributes_{};
};

/// The number of the new process, or -1.
pid_t started(const ProgramCall& call, const Pipe& out, const Pipe& said) {
  std::vector<std::string> words = call.words;
  std::vector<std::string> variables = environment_with(call.variables);
  const std::vector<char*> arguments = pointers(words);
  const std::vector<char*> surroundings = pointers(variables);
  const Setting setting(out, said);
  pid_t process = -1;
  const int problem = ::posix_spawnp(&process, arguments.front(), setting.actions(), setting.attributes(),
                                     arguments.data(), surroundings.data());
  return problem == 0 ? process : -1;
}

/// Takes what is there; bytes beyond `limit` are dropped. False at the end of the stream.
bool take(int descriptor, std::size_t limit, std::string& bytes, bool& more) {
  std::array<char, 16384> block{};
  const ssize_t got = ::read(descriptor, block.data(), block.size());
  if (got < 0) return errno == EINTR;
  const auto size = static_cast<std::size_t>(got);
  const std::size_t room = std::min(size, limit - bytes.size());
  bytes.append(block.data(), room);
  more = more || room < size;
  return got > 0;
}

/// Reads both streams until they end, the limit is passed, or nothing comes for too long.
ProgramEnd listen(const ProgramCall& call, Pipe& out, Pipe& said, ProgramResult& result) {
  bool too_large = false;
  bool chatter = false;  // more on standard error than anybody wants to know
  while (out.reading() >= 0 || said.reading() >= 0) {
    std::array<pollfd, 2> waiting = {{{.fd = out.reading(), .events = POLLIN, .revents = 0},
                                      {.fd = said.reading(), .events = POLLIN, .revents = 0}}};
    const int ready = ::poll(waiting.data(), waiting.size(), call.patience * 1000);
    if (ready < 0 && errno == EINTR) continue;
    if (ready <= 0) return ProgramEnd::too_slow;
    if (waiting[0].revents != 0 && !take(out.reading(), call.limit, result.out, too_large)) out.close_reading();
    if (waiting[1].revents != 0 && !take(said.reading(), kMostSaid, result.said, chatter)) said.close_reading();
    if (too_large) return ProgramEnd::too_large;
  }
  return ProgramEnd::finished;
}

/// Whether it ends by itself before patience runs out; `state` is then what waitpid says.
bool ends(pid_t process, int patience, int& state) {
  for (int nap = 0; nap <= patience * 1000 / kNapMilliseconds; ++nap) {
    const pid_t done = ::waitpid(process, &state, WNOHANG);
    if (done == process || (done < 0 && errno != EINTR)) return true;
    ::poll(nullptr, 0, kNapMilliseconds);
  }
  return false;
}

void stop(pid_t process) {
  ::kill(process, SIGKILL);
  int state = 0;
  while (::waitpid(process, &state, 0) < 0 && errno == EINTR) {}
}

}  // namespace

ProgramResult run_program(const ProgramCall& call) {
  ProgramResult result;
  Pipe out;
  Pipe said;
  if (call.words.empty() || !out.open() || !said.open()) return result;
  const pid_t process = started(call, out, said);
  if (process < 0) return result;
  out.close_writing();
  said.close_writing();
  result.end = listen(call, out, said, result);
  int state = 0;
  if (result.end == ProgramEnd::finished && !ends(process, call.patience, state)) result.end = ProgramEnd::too_slow;
  if (result.end != ProgramEnd::finished)
    stop(process);
  else if (WIFEXITED(state))
    result.status = WEXITSTATUS(state);
  return result;
}

}  // namespace cpm::base
