#compdef cpm
# zsh completion for cpm. It asks the program, which knows its commands, options and the files of a county.
# Packages install it as _cpm; by hand: cpm completions zsh > a folder of $fpath/_cpm

_cpm() {
  if [[ $PREFIX == \~* ]]; then
    _files
    return
  fi

  local line word about kind=:words
  local -a lines ended ended_shown open open_shown
  lines=("${(@f)$("${(Q)words[1]}" complete "${(@Q)words[2,CURRENT-1]}" "${(Q)PREFIX}" 2>/dev/null)}")
  local -i width=0
  for line in $lines; do
    word=${line%%$'\t'*}
    (( $#word > width )) && width=$#word
  done
  for line in $lines; do
    word=${line%%$'\t'*}
    about=${line#*$'\t'}
    case $word in
      :*) kind=$word ;;
      *[/=]) open+=("$word") open_shown+=("${(r:width:)word}  $about") ;;
      *) ended+=("$word") ended_shown+=("${(r:width:)word}  $about") ;;
    esac
  done

  # A folder or `gap=` is not complete: add no space after it.
  if [[ $kind == :files ]]; then
    compadd -f -a ended
    compadd -f -S '' -a open
  else
    compadd -l -d ended_shown -a ended
    compadd -l -S '' -d open_shown -a open
  fi
}

if [[ $funcstack[1] == _cpm ]]; then
  _cpm "$@"
else
  compdef _cpm cpm
fi
