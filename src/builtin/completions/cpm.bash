# bash completion for cpm. It asks the program, which knows its commands, options and the files of a county.
# Packages install it; by hand: cpm completions bash > ~/.local/share/bash-completion/completions/cpm

_cpm() {
  local rest=${COMP_LINE:0:COMP_POINT} blank piece i count=0 words=()
  # Bash also splits words at = and @; put the parts of one word together again.
  for ((i = 0; i <= COMP_CWORD; i++)); do
    blank=${rest%%[![:space:]]*}
    rest=${rest#"$blank"}
    piece=${COMP_WORDS[i]}
    ((i == COMP_CWORD)) && piece=$rest
    rest=${rest#"$piece"}
    if [[ -z $blank ]] && ((count > 0)); then
      words[count - 1]+=$piece
    else
      words[count++]=$piece
    fi
  done

  # The part of the last word that bash keeps and puts in front of each candidate.
  [[ $piece == [=@:] ]] && piece=
  local typed=${words[count - 1]}
  local kept=${typed%"$piece"}
  for ((i = 0; i < count; i++)); do
    words[i]=${words[i]//[\"\'\\]/}
  done
  kept=${kept//[\"\'\\]/}

  COMPREPLY=()
  local word about files=no
  while IFS=$'\t' read -r word about; do
    case $word in
      :files) files=yes ;;
      :words) ;;
      *) COMPREPLY+=("${word#"$kept"}") ;;
    esac
  done < <("${words[0]/#\~/$HOME}" complete "${words[@]:1}" 2>/dev/null)
  if [[ $files == yes ]]; then
    # Bash quotes them, and marks folders itself.
    COMPREPLY=("${COMPREPLY[@]%/}")
    compopt -o filenames 2>/dev/null
  elif [[ ${#COMPREPLY[@]} -eq 1 && ${COMPREPLY[0]} == *= ]]; then
    # `gap=` is not complete: add no space after it.
    compopt -o nospace 2>/dev/null
  fi
  return 0
}

complete -F _cpm cpm
