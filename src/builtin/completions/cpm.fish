# fish completion for cpm. It asks the program, which knows its commands, options and the files of a county.
# Packages install it; by hand: cpm completions fish > ~/.config/fish/completions/cpm.fish

function __cpm_candidates
    set -l before (commandline -opc)
    set -l current (commandline -ct)
    set -l program $before[1]
    set -e before[1]
    command $program complete $before "$current" 2>/dev/null | string match --invert --regex '^:'
end

complete --command cpm --no-files --arguments '(__cpm_candidates)'
