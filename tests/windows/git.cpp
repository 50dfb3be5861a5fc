// git.exe as tests/scripts/windows.py puts it on the path: passes the call on to the git of the machine that Wine runs on, and what
// that says back. Wine starts a program of that machine without a handle to wait for, so git.sh leaves everything in files.
#include <cstdio>
#include <string>

#include <fcntl.h>
#include <io.h>
#include <windows.h>

namespace {

std::string utf8(const std::wstring& text) {
  std::string bytes(text.size() * 3, '\0');
  bytes.resize(
      static_cast<std::size_t>(::WideCharToMultiByte(CP_UTF8, 0, text.data(), static_cast<int>(text.size()),
                                                     bytes.data(), static_cast<int>(bytes.size()), nullptr, nullptr)));
  return bytes;
}

std::wstring variable(const wchar_t* name) {
  std::wstring value(4096, L'\0');
  value.resize(::GetEnvironmentVariableW(name, value.data(), 4096));
  return value;
}

/// "Z:/home" → "/home": drive Z: is the whole machine.
std::wstring as_there(const std::wstring& word) {
  return word.starts_with(L"Z:/") ? word.substr(2) : word;
}

void copy(const std::wstring& from, std::FILE* to) {
  std::FILE* const file = ::_wfopen(from.c_str(), L"rb");
  if (file == nullptr) return;
  char block[65536];
  for (std::size_t size = 0; (size = std::fread(block, 1, sizeof block, file)) > 0;) std::fwrite(block, 1, size, to);
  std::fclose(file);
}

int status_in(const std::wstring& path) {
  int status = 1;
  std::FILE* const file = ::_wfopen(path.c_str(), L"rb");
  if (file == nullptr || std::fscanf(file, "%d", &status) != 1) status = 1;
  if (file != nullptr) std::fclose(file);
  return status;
}

/// Wine gives the numbers of processes again.
std::wstring unique_name() {
  LARGE_INTEGER now{};
  ::QueryPerformanceCounter(&now);
  return std::to_wstring(::GetCurrentProcessId()) + L"-" + std::to_wstring(now.QuadPart);
}

bool start(std::wstring line) {
  STARTUPINFOW how{};
  how.cb = sizeof how;
  PROCESS_INFORMATION made{};
  return ::CreateProcessW(L"Z:\\bin\\bash", line.data(), nullptr, nullptr, FALSE, 0, nullptr, nullptr, &how, &made) !=
         0;
}

}  // namespace

int wmain(int count, wchar_t** words) {
  const std::wstring base = variable(L"CPM_TEST_GIT") + L"/" + unique_name();
  std::FILE* const file = ::_wfopen((base + L".words").c_str(), L"wb");
  if (file == nullptr) return 127;
  for (int i = 1; i < count; ++i) {
    const std::string word = utf8(as_there(words[i]));
    std::fwrite(word.c_str(), 1, word.size() + 1, file);
  }
  std::fclose(file);
  if (!start(L"bash " + variable(L"CPM_TEST_GIT") + L"/git.sh " + base)) return 126;
  while (::GetFileAttributesW((base + L".status").c_str()) == INVALID_FILE_ATTRIBUTES) ::Sleep(2);
  ::_setmode(::_fileno(stdout), _O_BINARY);
  ::_setmode(::_fileno(stderr), _O_BINARY);
  copy(base + L".out", stdout);
  copy(base + L".err", stderr);
  const int status = status_in(base + L".status");
  for (const wchar_t* const ending : {L".words", L".out", L".err", L".status"}) ::_wremove((base + ending).c_str());
  return status;
}
