#pragma once
/* Before each file of libfyaml: how much it reads at a time. */
#define _SC_PAGESIZE 0
#define sysconf(what) 4096
