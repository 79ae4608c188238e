#!/bin/sh
# /usr/local/bin/guideline-bot: the commands (backup, restore, knowledge check …) as the service's user, with its settings.
set -eu
cd /etc/guideline-bot
set -a
. ./environment
set +a
exec setpriv --reuid=guideline-bot --regid=guideline-bot --init-groups /opt/guideline-bot/GuidelineBot "$@"
