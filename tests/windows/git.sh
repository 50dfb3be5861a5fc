# git.sh BASE: runs git with the words in BASE.words; what it says is then in BASE.out and BASE.err, and last, its end in BASE.status.
mapfile -d '' -t words <"$1.words"
git "${words[@]}" >"$1.out" 2>"$1.err" </dev/null
echo $? >"$1.new"
mv "$1.new" "$1.status"
