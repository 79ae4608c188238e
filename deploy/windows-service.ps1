# Installs the bot as a Windows service with an account of its own, and a nightly backup. In PowerShell as administrator, beside the unpacked release:
#   .\deploy\windows-service.ps1 -Program 'C:\Program Files\GuidelineBot'
# appsettings.json and a folder "knowledge" of your own stand beside GuidelineBot.exe. Settings: docs/operations.md.
param(
    [Parameter(Mandatory)] [string] $Program,
    [string] $Data = "$env:ProgramData\GuidelineBot",
    [string] $Url = 'http://127.0.0.1:3978'
)
$ErrorActionPreference = 'Stop'
$name = 'GuidelineBot'
$exe = Join-Path $Program 'GuidelineBot.exe'
if (-not (Test-Path $exe)) { throw "There is no $exe." }

New-Item -ItemType Directory -Force -Path $Data, "$Data\backups" | Out-Null
if (-not (Get-Service $name -ErrorAction SilentlyContinue)) {
    New-Service -Name $name -BinaryPathName "`"$exe`"" -DisplayName 'Guideline bot for Microsoft Teams' -StartupType Automatic | Out-Null
}
sc.exe config $name obj= "NT SERVICE\$name" | Out-Null
sc.exe failure $name reset= 86400 actions= restart/5000/restart/5000/restart/60000 | Out-Null
# Its own account and administrators read and write the data; it only reads the program.
icacls $Data /inheritance:r /grant "NT SERVICE\${name}:(OI)(CI)M" 'BUILTIN\Administrators:(OI)(CI)F' | Out-Null
icacls $Program /grant "NT SERVICE\${name}:(OI)(CI)RX" | Out-Null

# Settings of the service alone; a secret belongs here too, or better a certificate (MicrosoftAppCertificate).
$settings = @(
    'ASPNETCORE_ENVIRONMENT=Production',
    "ASPNETCORE_URLS=$Url",
    "ConnectionStrings__Sqlite=Data Source=$Data\guideline-bot.db",
    "Mail__Pickup=$Data\mail"
)
# Run again, it leaves what was added to them.
$key = "HKLM:\SYSTEM\CurrentControlSet\Services\$name"
$set = $settings | ForEach-Object { $_.Split('=')[0] }
$added = @((Get-ItemProperty -Path $key -Name Environment -ErrorAction SilentlyContinue).Environment | Where-Object { $_ -and $_.Split('=')[0] -notin $set })
Set-ItemProperty -Path $key -Name Environment -Value ($settings + $added) -Type MultiString

$command = "`$env:ConnectionStrings__Sqlite='Data Source=$Data\guideline-bot.db'; & '$exe' backup --folder '$Data\backups' --keep 30; exit `$LASTEXITCODE"
Register-ScheduledTask -Force -TaskName "$name backup" -User 'SYSTEM' -RunLevel Highest `
    -Action (New-ScheduledTaskAction -Execute 'powershell.exe' -Argument "-NoProfile -Command `"$command`"" -WorkingDirectory $Program) `
    -Trigger (New-ScheduledTaskTrigger -Daily -At '02:30') | Out-Null

Start-Service $name
Get-Service $name
