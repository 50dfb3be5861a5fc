#!/usr/bin/python3
"""Runs a server between an editor and itself, and keeps both streams: tee.py LOG COMMAND... writes LOG.in and LOG.out."""
import os
import subprocess
import sys
import threading

log, *command = sys.argv[1:]
server = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)


def copy(source, target, path):
    with open(path, "wb", buffering=0) as kept:
        while piece := os.read(source, 65536):
            kept.write(piece)
            try:
                os.write(target, piece)
            except BrokenPipeError:
                break
    os.close(target)


threading.Thread(target=copy, args=(0, server.stdin.fileno(), log + ".in"), daemon=True).start()
copy(server.stdout.fileno(), 1, log + ".out")
sys.exit(server.wait())
