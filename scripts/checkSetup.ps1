# scripts/checkSetup.ps1 SETUP: on a Windows that is thrown away: the setup installs for this person alone, the app draws
# its first screen, is offered for exports without becoming their default, and goes without a trace and without the data.
param([Parameter(Mandatory)] [string] $Setup)
$ErrorActionPreference = 'Stop'
$installed = "$env:LOCALAPPDATA\Programs\microbrand"
$offered = 'HKCU:\Software\Classes\.csv\OpenWithProgids'
$data = "$env:APPDATA\Microbrand\witness.json"
function Assert([bool] $holds, [string] $problem) { if (-not $holds) { throw "WRONG: $problem" } }
function Offers { (Get-Item $offered -ErrorAction SilentlyContinue).Property -contains 'Microbrand.Export' }
function DoubleClick { $key = Get-Item 'HKCU:\Software\Classes\.csv' -ErrorAction SilentlyContinue; if ($key) { $key.GetValue('') } }
$before = DoubleClick

Start-Process -Wait $Setup '/S'
Assert (Test-Path "$installed\Microbrand.exe") 'the app is not where a person has it'
node scripts/startPackaged.mjs "$installed\Microbrand.exe"
Assert ($LASTEXITCODE -eq 0) 'the installed app does not start'
Assert (Offers) 'it is not offered for .csv files'
Assert ((DoubleClick) -eq $before) 'it took over the double click on .csv files'

New-Item -Force $data -Value 'kept' | Out-Null
Start-Process -Wait "$installed\Uninstall Microbrand.exe" '/S'
for ($left = 60; $left -gt 0 -and (Test-Path "$installed\Microbrand.exe"); $left--) { Start-Sleep 1 } # it works on as a copy
Assert (-not (Test-Path "$installed\Microbrand.exe")) 'the app is still there'
Assert (-not (Offers)) 'it is still offered for .csv files'
Assert ((Get-Content $data) -eq 'kept') 'the records went with the app'
Write-Output "$(Split-Path -Leaf $Setup) installs, runs and goes"
