// SQLite can load extensions from other files. cpm never asks for one, and a program of one file must not: what it would load
// needs the system that the program was linked on. The linker puts this in the place of `dlopen`, and spares its warning.
extern "C" void* __wrap_dlopen(const char* name, int mode);

void* __wrap_dlopen(const char*, int) {
  return nullptr;
}
