# smoke.ps1 ZIP EXAMPLE: the program of a release on Windows itself, as somebody uses it who has just unpacked it. What can be told
# without Windows is told by tests/scripts/windows.py; this is about links, the console of Windows, and git for Windows.
param([string]$Zip, [string]$Example)
$ErrorActionPreference = 'Stop'
$work = Join-Path $env:TEMP ('cpm ' + [guid]::NewGuid())
Expand-Archive $Zip "$work\program"
$cpm = "$work\program\cpm.exe"
$failed = 0

function Expect([string]$What, [int]$Status, [string]$Said, [scriptblock]$Command) {
  $out = (& $Command 2>&1 | Out-String)
  if ($LASTEXITCODE -eq $Status -and $out.Contains($Said)) { Write-Host "fine: $What"; return }
  Write-Host "FAILED: $What (exit $LASTEXITCODE)`n$out"
  $script:failed++
}

$county = "$work\Condado número 1"
Copy-Item -Recurse $Example $county
Set-Location $work
$PSNativeCommandUseErrorActionPreference = $false

Expect 'it starts' 0 'cpm ' { & $cpm --version }
Expect 'it has a version in its properties' 0 '' { if (-not (Get-Item $cpm).VersionInfo.ProductVersion) { throw 'none' }; & $cpm --version }
Expect 'a county with a drive and backslashes' 0 'no problems' { & $cpm check --as-of 2026-03-31 $county }
Expect 'a pattern' 0 'no problems' { & $cpm check --as-of 2026-03-31 "$county\snapshots\*.yaml" }
Expect 'a name in another case' 0 'no problems' { & $cpm check --as-of 2026-03-31 ($county.ToUpper() + '\PLANS\2025-07.YAML') }
Expect 'a name of a device' 3 'for a device' { & $cpm check --as-of 2026-03-31 $county -o "$county\aux.txt" }
Expect 'the workbook, with the page beside the program' 0 '' { & $cpm workbook $county -o "$work\workbook.html" }

New-Item -ItemType Junction -Path "$county\plans\outside" -Target $work | Out-Null
Expect 'a junction that leads out is told of' 1 'CPM314' { & $cpm check --as-of 2026-03-31 $county }
[IO.Directory]::Delete("$county\plans\outside")

$held = [IO.File]::Open("$county\support.yaml", 'Open', 'ReadWrite', 'Read')
Expect 'a file that another program holds' 3 'another program is using it' { & $cpm check --as-of 2026-03-31 $county -o "$county\support.yaml" }
$held.Close()

Set-Location $county
git init --quiet .
git add .
git -c user.name=a -c user.email=a@example.org commit --quiet -m first
Expect 'a change of a value' 0 '' { & $cpm set --as-of 2026-03-31 'plans\2025-07.yaml' 'steps[s2].due' 2026-11-30 }
Expect 'what git has' 0 '2026' { & $cpm diff HEAD }

Set-Location $env:TEMP
Remove-Item -Recurse -Force $work
if ($failed) { exit 1 }
