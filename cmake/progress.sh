# shellcheck shell=bash
# To be sourced by bash scripts: shows how far a long step is.

# progress WHAT: reads lines `DONE TOTAL`. In a terminal one line is rewritten, at least once a second; elsewhere a line appears
# every 10 percent.
progress() {
  local what=$1 begin=$SECONDS finished=0 total=0 finished_now total_now percent=0 shown=-1 status
  local wait=()
  [ -t 1 ] && wait=(-t 1)
  while true; do
    status=0
    read -r "${wait[@]}" finished_now total_now || status=$?
    [ "$status" -eq 0 ] && finished=$finished_now total=$total_now
    [ "$status" -ge 1 ] && [ "$status" -le 128 ] && break # the end; above 128: nothing new within a second
    [ "$total" -gt 0 ] && percent=$((finished * 100 / total))
    if [ -t 1 ]; then
      printf '\r\033[K%s: %d %%, %d seconds' "$what" "$percent" $((SECONDS - begin))
    elif [ $((percent / 10)) -gt "$shown" ]; then
      shown=$((percent / 10))
      printf '%s: %d %%\n' "$what" $((shown * 10))
    fi
  done
  [ -t 1 ] && printf '\r\033[K'
  printf '%s: done in %d seconds\n' "$what" $((SECONDS - begin))
}

# ninja_steps: makes lines `DONE TOTAL` of ninja's `[3/44] …`.
ninja_steps() { sed -un 's,^\[\([0-9]*\)/\([0-9]*\)\] .*,\1 \2,p'; }

# apt_steps: the same of what apt-get prints. Each new package is fetched, unpacked and set up.
apt_steps() {
  local line finished=0 total=0
  while IFS= read -r line; do
    if [[ $line =~ ^([0-9]+)\ upgraded,\ ([0-9]+)\ newly ]]; then
      total=$((3 * (BASH_REMATCH[1] + BASH_REMATCH[2])))
    elif [[ $total -gt 0 && $line =~ ^(Get:|Unpacking|Setting\ up) ]]; then
      finished=$((finished + 1))
      echo "$finished $total"
    fi
  done
}
