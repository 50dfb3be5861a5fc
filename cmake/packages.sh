# shellcheck shell=bash
# To be sourced by bash scripts: `need_packages build test` installs what is missing of these groups of packages.txt.

packages_of() {
  local groups=" $* " group package command
  while read -r group package command; do
    case $groups in *" $group "*) echo "$package${command:+:$command}" ;; esac
  done < <(grep -v '^#' "$(dirname "${BASH_SOURCE[0]}")/packages.txt")
}

missing_packages() {
  local entry package command
  for entry in "$@"; do
    package=${entry%%:*} command=${entry#"$package"}
    [ -n "$command" ] && command -v "${command#:}" >/dev/null && continue
    dpkg-query --show --showformat='${db:Status-Abbrev}' "$package" 2>/dev/null | grep -q '^.i' || echo "$package"
  done
}

as_root() {
  if [ "$(id -u)" -eq 0 ]; then
    env DEBIAN_FRONTEND=noninteractive "$@"
  else
    sudo --non-interactive env DEBIAN_FRONTEND=noninteractive "$@"
  fi
}

need_packages() {
  if ! command -v dpkg-query >/dev/null; then
    echo "not a Debian system: taking for granted that these are there: $(packages_of "$@" | tr '\n' ' ')"
    return 0
  fi
  local wanted missing
  mapfile -t wanted < <(packages_of "$@")
  mapfile -t missing < <(missing_packages "${wanted[@]}")
  [ "${#missing[@]}" -gt 0 ] || return 0
  echo "installing ${missing[*]}"
  if [ "$(id -u)" -ne 0 ] && ! sudo --non-interactive true 2>/dev/null; then
    echo "these packages are missing, and installing them needs root; please run:" >&2
    echo "  sudo apt-get install ${missing[*]}" >&2
    return 1
  fi
  as_root apt-get update -q && as_root apt-get install -q -y --no-install-recommends "${missing[@]}"
}
