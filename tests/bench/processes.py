"""What the measurements share: one whole process with its time and memory, and the files below a folder."""
import os
import time

ROOT = os.path.abspath(os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", ".."))


def once(command):
    """(wall seconds, processor seconds, peak MiB, exit status) of one process."""
    start = time.monotonic()
    pid = os.fork()
    if pid == 0:
        null = os.open(os.devnull, os.O_RDWR)
        for stream in (0, 1, 2):
            os.dup2(null, stream)
        try:
            os.execvp(command[0], command)
        finally:
            os._exit(127)
    _, status, used = os.wait4(pid, 0)
    return (time.monotonic() - start, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024,
            os.waitstatus_to_exitcode(status))


def files_below(folder):
    return sorted(os.path.join(at, name) for at, _, names in os.walk(folder) for name in names if name.endswith(".yaml"))


def size_of(files):
    return sum(map(os.path.getsize, files))
