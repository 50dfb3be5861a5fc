# Reads the log of `ctest --verbose` (variable `status`: how ctest ended) and prints what tests/run adds up:
#   passed N, failed N, failure <name>, skipped <name>, output |<a line of a failed test>
# A test that prints counts (doctest's `test cases:` line, or a last `N passed, N failed`) counts as so many, others as one.

/^[0-9]+: / {
  number = $1 + 0
  line = substr($0, index($0, ": ") + 2)
  lines[number, ++last[number]] = line
  if (match(line, /test cases: .* passed \| .* failed/)) {
    split(substr(line, RSTART), part, "|")
    good[number] = part[2] + 0
    bad[number] = part[3] + 0
  } else if (line ~ /^[0-9]+ passed, [0-9]+ failed$/) {
    split(line, part, " ")
    good[number] = part[1]
    bad[number] = part[3]
  }
  next
}

/^ *[0-9]+\/[0-9]+ Test +#[0-9]+: / {
  name = $0
  sub(/^.*Test +#/, "", name)
  number = name + 0
  sub(/^[0-9]+: /, "", name)
  sub(/ .*/, "", name)
  ran = 1
  if ($0 ~ /\*\*\*Skipped/) {
    print "skipped 0 " name (last[number] ? ": " lines[number, last[number]] : "")
    next
  }
  right = $0 ~ / Passed +[0-9.]+ sec/
  counted = number in good
  passed += counted ? good[number] : right
  failed += counted && bad[number] > 0 ? bad[number] : !right
  if (!right || (counted && bad[number] > 0)) {
    print "failure 0 " name
    print "output 0 |---- " name
    for (i = last[number] > 200 ? last[number] - 199 : 1; i <= last[number]; ++i) print "output 0 |" lines[number, i]
  }
}

END {
  if (status != 0 && failed == 0) {
    failed = 1
    print "failure 0 ctest ended with status " status
  }
  if (!ran && status == 0) {
    failed = 1
    print "failure 0 no test was run"
  }
  print "passed " passed + 0
  print "failed " failed + 0
}
