"""Seeds of the fuzz targets: every YAML file of tests, examples and built-in lists as it is, and every folder that holds a
small repository as one input (see county.h). Nothing is kept: they are collected anew for each run."""
import os

LARGEST = 48 * 1024
SKIPPED = ("tests/fuzz/regressions", "tests/node")


def yaml_files(root):
    """Paths below tests, examples and src/builtin, in order."""
    found = []
    for top in ("examples", "src/builtin", "tests"):
        for folder, folders, names in os.walk(os.path.join(root, top)):
            folders[:] = sorted(name for name in folders
                                if os.path.relpath(os.path.join(folder, name), root) not in SKIPPED)
            found += [os.path.join(folder, name) for name in sorted(names) if name.endswith((".yaml", ".yml"))]
    return [path for path in found if os.path.isfile(path)]


def read(path):
    with open(path, "rb") as file:
        return file.read()


def repository(folder, paths):
    """One input out of several files: a form feed and the path before each."""
    return b"".join(b"\f" + os.path.relpath(path, folder).encode() + b"\n" + read(path) for path in paths)


def repositories(root):
    """(name, bytes) of each folder with a `cpm.yaml`, and of each case of the tests that has several files."""
    homes = {}
    for path in yaml_files(root):
        parts = os.path.relpath(path, root).split("/")
        home = os.path.dirname(path)
        for end in range(len(parts) - 1, 1, -1):
            above = os.path.join(root, *parts[:end])
            if os.path.isfile(os.path.join(above, "cpm.yaml")) or parts[end - 1] in ("bad", "good", "in"):
                home = above
        homes.setdefault(home, []).append(path)
    for home, paths in sorted(homes.items()):
        if len(paths) > 1:
            yield os.path.relpath(home, root).replace("/", "-"), repository(home, paths)


def write(folder, texts):
    """Writes each text once; returns how many there are."""
    os.makedirs(folder, exist_ok=True)
    seen = set()
    for name, text in texts:
        if text in seen or len(text) > LARGEST:
            continue
        seen.add(text)
        with open(os.path.join(folder, name), "wb") as file:
            file.write(text)
    return len(seen)


def collect(root, folder):
    """Fills the folder with all seeds; returns how many."""
    single = ((os.path.relpath(path, root).replace("/", "-"), read(path)) for path in yaml_files(root))
    return write(folder, list(single) + list(repositories(root)))


def regressions(root, target):
    """Inputs that once broke a promise, oldest first."""
    folder = os.path.join(root, "tests/fuzz/regressions", target)
    return [os.path.join(folder, name) for name in sorted(os.listdir(folder))] if os.path.isdir(folder) else []
