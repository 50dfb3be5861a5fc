// The unit tests with mutants in them: finds out which test comes by which mutant, then runs for each mutant those tests, in
// a process of its own. Prints a line for each: `killed`, `survived` or `unreached`, its number, the rooms whose tests killed it.
#define DOCTEST_CONFIG_IMPLEMENT
#include <doctest/doctest.h>
#include <fcntl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdio>
#include <cstdlib>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "tests/mutation/mutant.h"

namespace {

constexpr unsigned kSeconds = 20;       // of processor time: a loop without an end
constexpr unsigned kWallSeconds = 120;  // a wait without an end
constexpr double kSlowest = 10;         // a test that takes longer would be taken for a loop without an end
constexpr const char* kLeftOut = "*promises_test*";  // thousands of slips, of which none is about rules or scores

int active = -1;
std::set<int>* notes = nullptr;

/// Where a test stands in the order in which they are tried: the quick ones of the rooms that are mutated first.
enum class Rank { quick, own, other };

struct Test {
  std::string name;
  Rank rank = Rank::other;
};
constexpr double kQuick = 0.1;  // seconds

std::map<int, std::vector<Test>> reached;
std::set<int> seen_now;
Test test_now;
bool too_slow = false;

/// Notes after each test what it came by.
struct Listener : doctest::IReporter {
  explicit Listener(const doctest::ContextOptions&) {}
  void test_case_start(const doctest::TestCaseData& test) override {
    const std::string_view file = test.m_file.c_str();
    const bool own = file.find("/unit/rules/") != file.npos || file.find("/unit/score/") != file.npos;
    test_now = Test{.name = test.m_name, .rank = own ? Rank::own : Rank::other};
    seen_now.clear();
  }
  void test_case_end(const doctest::CurrentTestCaseStats& test) override {
    if (notes == nullptr) return;
    if (test.seconds > kSlowest) {
      too_slow = true;
      std::printf("too slow to be asked about each mutant: %s\n", test_now.name.c_str());
    }
    if (test_now.rank == Rank::own && test.seconds < kQuick) test_now.rank = Rank::quick;
    for (const int mutant : seen_now) reached[mutant].push_back(test_now);
  }
  void report_query(const doctest::QueryData&) override {}
  void test_run_start() override {}
  void test_run_end(const doctest::TestRunStats&) override {}
  void test_case_reenter(const doctest::TestCaseData&) override {}
  void test_case_exception(const doctest::TestCaseException&) override {}
  void subcase_start(const doctest::SubcaseSignature&) override {}
  void subcase_end() override {}
  void log_assert(const doctest::AssertData&) override {}
  void log_message(const doctest::MessageData&) override {}
  void test_case_skipped(const doctest::TestCaseData&) override {}
};
REGISTER_LISTENER("mutants", 1, Listener);

void silence() {
  const int nowhere = open("/dev/null", O_WRONLY);
  dup2(nowhere, STDOUT_FILENO);
  dup2(nowhere, STDERR_FILENO);
}

void limit() {
  const rlimit seconds{kSeconds, kSeconds + 1};
  setrlimit(RLIMIT_CPU, &seconds);
  const rlimit none{0, 0};
  setrlimit(RLIMIT_CORE, &none);
  alarm(kWallSeconds);
}

/// doctest parts names at commas; `?` stands for any character.
std::string filter_of(const std::vector<Test>& tests, Rank rank) {
  std::string filter;
  for (const Test& test : tests) {
    if (test.rank != rank) continue;
    std::string name = test.name;
    for (char& character : name)
      if (character == ',' || character == '\\' || character == '"') character = '?';
    filter += (filter.empty() ? "" : ",") + name;
  }
  return filter;
}

/// Do these tests fail when the mutant is on?
bool kills(int mutant, const std::string& filter) {
  if (filter.empty()) return false;
  const pid_t child = fork();
  if (child == 0) {
    active = mutant;
    silence();
    limit();
    doctest::Context context;
    context.setOption("abort-after", 1);
    context.setOption("test-case", filter.c_str());
    _exit(context.run() == 0 ? 0 : 1);
  }
  int status = 0;
  waitpid(child, &status, 0);
  return !WIFEXITED(status) || WEXITSTATUS(status) != 0;
}

const char* verdict(int mutant) {
  const auto found = reached.find(mutant);
  if (found == reached.end()) return "unreached -";
  for (const Rank rank : {Rank::quick, Rank::own, Rank::other})
    if (kills(mutant, filter_of(found->second, rank))) return rank == Rank::other ? "killed other" : "killed own";
  return "survived -";
}

/// All tests once, with no mutant on; they must pass, or nothing that follows means anything.
bool record() {
  std::set<int> noted;
  notes = &noted;
  doctest::Context context;
  context.setOption("minimal", true);
  context.setOption("source-file-exclude", kLeftOut);
  const bool passed = context.run() == 0 && !too_slow;
  notes = nullptr;
  return passed;
}

}  // namespace

bool cpm::mutation::on(int mutant) {
  if (notes != nullptr) seen_now.insert(mutant);
  return mutant == active;
}

int main(int count, char** words) {
  std::setvbuf(stdout, nullptr, _IOLBF, 0);
  if (!record()) return std::puts("the tests fail without any mutant, or one is too slow"), 1;
  for (int i = 1; i < count; ++i) std::printf("%s %s\n", words[i], verdict(std::atoi(words[i])));
  return 0;
}
