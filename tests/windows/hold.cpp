// hold.exe FILE: has a file open as a spreadsheet program does, so that others may only read it, until its input ends.
#include <cstdio>

#include <windows.h>

int wmain(int count, wchar_t** words) {
  if (count < 2) return 2;
  const HANDLE file = ::CreateFileW(words[1], GENERIC_READ | GENERIC_WRITE, FILE_SHARE_READ, nullptr, OPEN_EXISTING, 0,
                                    nullptr);
  std::puts(file == INVALID_HANDLE_VALUE ? "not opened" : "open");
  std::fflush(stdout);
  while (std::getchar() != EOF) {}
  return file == INVALID_HANDLE_VALUE ? 1 : 0;
}
