#!/bin/sh
# Puts a published bot where deploy/guideline-bot.service looks for it. Run as root; run again for an upgrade. Settings are never overwritten.
#   sh deploy/install.sh FOLDER     FOLDER: what dotnet publish wrote, or an unpacked release
set -eu
from=$(cd "$1" && pwd)
here=$(cd "$(dirname "$0")" && pwd)
# Another root than / is for trying it out.
root=${DESTDIR:-}
[ -f "$from/GuidelineBot" ] || { echo "install: there is no GuidelineBot in $from." >&2; exit 1; }

id guideline-bot >/dev/null 2>&1 || useradd --system --home-dir /var/lib/guideline-bot --shell /usr/sbin/nologin guideline-bot
mkdir -p "$root/opt" "$root/usr/local/bin" "$root/etc/systemd/system"
install -d -m 750 -g guideline-bot "$root/etc/guideline-bot"
install -d -m 700 -o guideline-bot -g guideline-bot "$root/var/lib/guideline-bot" "$root/var/backups/guideline-bot"

rm -rf "$root/opt/guideline-bot.new" "$root/opt/guideline-bot.old"
cp -R "$from" "$root/opt/guideline-bot.new"
chmod -R u=rwX,go=rX "$root/opt/guideline-bot.new"
chmod 755 "$root/opt/guideline-bot.new/GuidelineBot"
[ ! -d "$root/opt/guideline-bot" ] || mv "$root/opt/guideline-bot" "$root/opt/guideline-bot.old"
mv "$root/opt/guideline-bot.new" "$root/opt/guideline-bot"

install -m 644 "$here"/guideline-bot.service "$here"/guideline-bot-backup.service "$here"/guideline-bot-backup.timer "$root/etc/systemd/system/"
install -m 755 "$here/guideline-bot.sh" "$root/usr/local/bin/guideline-bot"
[ -f "$root/etc/guideline-bot/environment" ] || install -m 600 "$here/environment" "$root/etc/guideline-bot/environment"
if [ ! -f "$root/etc/guideline-bot/appsettings.json" ]; then
  sample=$from/appsettings.sample.json
  [ -f "$sample" ] || sample=$here/../appsettings.sample.json
  install -m 640 -g guideline-bot "$sample" "$root/etc/guideline-bot/appsettings.json"
fi
echo "install: the program is in $root/opt/guideline-bot; now fill in $root/etc/guideline-bot/appsettings.json and environment."
