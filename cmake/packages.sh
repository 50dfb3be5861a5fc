# shellcheck shell=bash
# To be sourced by bash scripts: `need_packages build test` says which Debian packages of these groups of packages.txt are missing,
# and installs them. `need_packages --no-install build test` only says it, and returns 1 if any is missing.
# What apt-get prints is in build/packages.log.
. "$(dirname "${BASH_SOURCE[0]}")/progress.sh"

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
    env DEBIAN_FRONTEND=noninteractive LC_ALL=C "$@"
  else
    sudo --non-interactive env DEBIAN_FRONTEND=noninteractive LC_ALL=C "$@"
  fi
}

install_packages() {
  as_root apt-get update -q && as_root apt-get install -q -y --no-install-recommends "$@"
}

need_packages() {
  local install=yes log wanted missing
  [ "$1" = --no-install ] && install=no && shift
  if ! command -v dpkg-query >/dev/null; then
    echo "This is not a Debian system, so nothing is installed. These packages are assumed to be there:"
    echo "  $(packages_of "$@" | tr '\n' ' ')"
    return 0
  fi
  mapfile -t wanted < <(packages_of "$@")
  mapfile -t missing < <(missing_packages "${wanted[@]}")
  [ "${#missing[@]}" -gt 0 ] || return 0
  echo "These Debian packages are needed and not installed yet:"
  echo "  ${missing[*]}"
  if [ "$install" = no ]; then
    echo "To install them: sudo apt-get install --no-install-recommends ${missing[*]}"
    return 1
  fi
  if [ "$(id -u)" -ne 0 ] && ! sudo --non-interactive true 2>/dev/null; then
    echo "Installing packages needs root; please run this, then start again:" >&2
    echo "  sudo apt-get install --no-install-recommends ${missing[*]}" >&2
    return 1
  fi
  mkdir -p build
  log=$PWD/build/packages.log
  install_packages "${missing[@]}" 2>&1 | tee "$log" | apt_steps | progress "installing packages"
  [ "${PIPESTATUS[0]}" -eq 0 ] && return 0
  tail -n 20 "$log" >&2
  echo "apt-get could not install them; all it said is in $log" >&2
  return 1
}
