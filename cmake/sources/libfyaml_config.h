/* libfyaml's answers of ./configure, for WebAssembly and Windows. */
#define VERSION "@VERSION@"
#define HAVE_QSORT_R 0
