#pragma once
/* No terminal can be set. */
#include <string.h>
struct termios {
  unsigned c_iflag, c_oflag, c_cflag, c_lflag;
  unsigned char c_cc[32];
};
#define TCSANOW 0
#define tcgetattr(file, state) ((void)(state), -1)
#define tcsetattr(file, when, state) ((void)(state), -1)
#define cfmakeraw(state) ((void)(state))
