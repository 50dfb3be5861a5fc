/* libfyaml's answers of ./configure for WebAssembly. */
#define VERSION "@VERSION@"
#define HAVE_QSORT_R 0
