# Downloads the released cpm and verifies its checksum. If there is no program for this kind of machine, builds that version.
folder=${RUNNER_TEMP:-/tmp}/cpm
mkdir -p "$folder"
if command -v cpm >/dev/null; then
  echo "cpm is already on this machine"
elif [ -n "$CPM_SHA256" ] && [ "$(uname -sm)" = "Linux x86_64" ]; then
  file=cpm-ci-$CPM_VERSION-linux-x86_64.tar.gz
  echo "downloading $CPM_DOWNLOADS/$file"
  curl --fail --silent --show-error --location --retry 3 --output "$folder/$file" "$CPM_DOWNLOADS/$file"
  echo "$CPM_SHA256  $folder/$file" | sha256sum --check
  tar -xzf "$folder/$file" -C "$folder" --strip-components=1
elif [ -n "$CPM_SHA256${CPM_SOURCE:-}" ]; then
  if [ -z "${CPM_SOURCE:-}" ]; then
    CPM_SOURCE=$folder/source
    mkdir -p "$CPM_SOURCE"
    echo "downloading $CPM_DOWNLOADS/cpm-$CPM_VERSION.tar.gz, to build it"
    curl --fail --silent --show-error --location --retry 3 --output "$folder/source.tar.gz" "$CPM_DOWNLOADS/cpm-$CPM_VERSION.tar.gz"
    tar -xzf "$folder/source.tar.gz" -C "$CPM_SOURCE" --strip-components=1
  fi
  packages=$(sed -n 's/^build *//p' "$CPM_SOURCE/cmake/packages.txt")
  as_root=$(command -v sudo || true)
  $as_root apt-get update
  $as_root apt-get install --yes $packages
  cmake -S "$CPM_SOURCE" -B "$folder/build" -G Ninja -DCMAKE_BUILD_TYPE=Release -DBUILD_TESTING=OFF -DCPM_UNITY=ON
  cmake --build "$folder/build" --target cpm
  cp "$folder/build/cpm" "$folder/cpm"
else
  echo "${GITHUB_ACTIONS:+::notice title=Nothing was checked::}This workflow names no release of cpm; its first lines say how to set one."
  CPM_MISSING=true
fi
export PATH="$folder:$PATH"
