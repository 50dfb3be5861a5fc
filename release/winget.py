"""The manifests for winget, the package manager of Windows: three files that say where a release's .zip is, and what it holds.

Somebody offers them to https://github.com/microsoft/winget-pkgs (RELEASING.md). Everything in them comes from release/facts.txt,
the version, the day of the release and the .zip itself.
"""
import json
import re

FORM = "1.6.0"
COMMAND = "cpm"


def text_of(rows, form):
    """The rows as YAML, whose texts JSON can write, too."""
    lines = [f"# yaml-language-server: $schema=https://aka.ms/winget-manifest.{form}.{FORM}.schema.json"]
    lines += [f"{key}:{value}" if isinstance(value, Lines) else f"{key}: {json.dumps(value)}" for key, value in rows]
    return "\n".join(lines + [f"ManifestType: {form}", f"ManifestVersion: {FORM}"]) + "\n"


class Lines(str):
    """YAML as it stands."""


def identifier(home):
    """"https://github.com/OWNER/cpm" → "OWNER.cpm"; winget's names have two parts."""
    owner = re.search(r"([^/]+)/[^/]+$", home)
    return f"{owner.group(1) if owner else 'OWNER'}.{COMMAND}"


def manifests(version, day, home, maintainer, archive, checksum):
    """Name of each file → its text. `archive` is the .zip's name, `checksum` its SHA-256."""
    name = identifier(home)
    common = [("PackageIdentifier", name), ("PackageVersion", version)]
    files = Lines(f"\n  - RelativeFilePath: cpm.exe\n    PortableCommandAlias: {COMMAND}")
    installer = Lines(f"\n  - Architecture: x64\n    InstallerUrl: {home}/releases/download/v{version}/{archive}\n"
                      f"    InstallerSha256: \"{checksum.upper()}\"")
    publisher = re.sub(r"\s*<[^>]*>", "", maintainer) or "The cpm project"
    return {
        f"{name}.yaml": text_of([*common, ("DefaultLocale", "en-US")], "version"),
        f"{name}.installer.yaml": text_of(
            [*common, ("MinimumOSVersion", "10.0.0.0"), ("InstallerType", "zip"), ("NestedInstallerType", "portable"),
             ("NestedInstallerFiles", files), ("ReleaseDate", Lines(f" {day}")), ("Installers", installer)], "installer"),
        f"{name}.locale.en-US.yaml": text_of(
            [*common, ("PackageLocale", "en-US"), ("Publisher", publisher), ("PackageName", "cpm"), ("PackageUrl", home),
             ("License", "Apache-2.0"), ("ShortDescription", "The Core Practice Model of California's child welfare agencies, in plain files"),
             ("Moniker", COMMAND), ("ReleaseNotesUrl", f"{home}/blob/v{version}/CHANGELOG.md")], "defaultLocale")}
