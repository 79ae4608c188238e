#!/usr/bin/env bash
# Several instances of the bot on one PostgreSQL behind nginx (round robin, no stickiness), all on loopback:
#   tests/Load/instances.sh 2 --seconds 20 --mix mixed
# Prints the table of «turns» for one instance and for N, then what the database says: numbers, timelines, outbox.
# Needs Debian's postgresql and nginx-light. Ends what it started, and nothing else.
set -euo pipefail
instances=${1:?how many instances?}; shift
root=$(cd "$(dirname "$0")/../.." && pwd)
bot=$root/bot/bin/Release/net10.0/GuidelineBot.dll
binaries=$(ls -d /usr/lib/postgresql/*/bin | tail -1)
command -v nginx >/dev/null || { echo "nginx is missing: apt-get install nginx-light" >&2; exit 2; }

work=$(mktemp -d /tmp/guideline-bot-instances-XXXXXX); chmod 711 "$work"
started=()
cleanup() { for pid in "${started[@]}"; do kill "$pid" 2>/dev/null || true; done; wait 2>/dev/null || true; rm -rf "$work"; }
trap cleanup EXIT

# initdb and postgres refuse to run as root.
as=(); [ "$(id -u)" = 0 ] && as=(runuser -u postgres --)
# The socket lies apart: the server wants its data to itself, and the bots have to reach the socket.
mkdir -m 700 "$work/pg"; mkdir -m 755 "$work/socket"; [ ${#as[@]} -gt 0 ] && chown postgres "$work/pg" "$work/socket"
(cd / && "${as[@]}" "$binaries/initdb" -D "$work/pg" -U postgres -A trust -E UTF8 --locale=C >/dev/null)
(cd / && exec "${as[@]}" "$binaries/postgres" -D "$work/pg" -c listen_addresses='' -c unix_socket_directories="$work/socket" -c max_connections=300 >"$work/postgres.log" 2>&1) &
started+=($!)
until "${as[@]}" "$binaries/pg_isready" -h "$work/socket" -q; do sleep 0.2; done

sql() { "${as[@]}" psql -h "$work/socket" -U postgres -d "$1" -At -c "$2"; }
free() { python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])'; }

run() { # name of the database, number of instances, options of «turns»
  local database=$1 count=$2; shift 2
  sql postgres "CREATE DATABASE $database" >/dev/null
  local connection="Host=$work/socket;Username=postgres;Database=$database;Maximum Pool Size=60" pids=() upstream=""
  for _ in $(seq "$count"); do
    local port; port=$(free); mkdir -p "$work/$database-$port"
    (cd "$work/$database-$port" && exec env ASPNETCORE_ENVIRONMENT=Development ASPNETCORE_URLS="http://127.0.0.1:$port" Playground__Enabled=false Recipients__PublicRelations__0=koho@example.jp Mail__Pickup=mail \
      ConnectionStrings__Postgres="$connection" dotnet "$bot" >log 2>&1) &
    pids+=($!); started+=($!); upstream+="server 127.0.0.1:$port; "
    until curl -fs "http://127.0.0.1:$port/readyz" >/dev/null; do sleep 0.2; done
  done
  local front; front=$(free)
  cat >"$work/$database.conf" <<NGINX
daemon off; worker_processes 1; pid $work/$database.pid; error_log $work/$database.log;
events { worker_connections 1024; }
http {
  access_log off; client_body_temp_path $work/body; proxy_temp_path $work/proxy; fastcgi_temp_path $work/f; uwsgi_temp_path $work/u; scgi_temp_path $work/s;
  upstream bots { $upstream keepalive 64; }
  server { listen 127.0.0.1:$front; location / { proxy_pass http://bots; proxy_http_version 1.1; proxy_set_header Connection ""; proxy_set_header Host \$host; } }
}
NGINX
  nginx -c "$work/$database.conf" & pids+=($!); started+=($!)
  until curl -fs "http://127.0.0.1:$front/healthz" >/dev/null; do sleep 0.2; done
  echo "## $count instance(s)"
  dotnet run -c Release --no-build --project "$root/tests/Load" -- turns --url "http://127.0.0.1:$front" --drain 30 "$@"
  echo
  echo "| what | found |"
  echo "|---|---|"
  echo "| notices | $(sql "$database" 'SELECT count(*) FROM notices') |"
  echo "| numbers given twice | $(sql "$database" 'SELECT count(*) FROM (SELECT 1 FROM notices GROUP BY fiscal_year, number HAVING count(*) > 1) AS twice') |"
  echo "| gaps between numbers | $(sql "$database" 'SELECT coalesce(sum(last - given), 0) FROM (SELECT max(number) AS last, count(*) AS given FROM notices GROUP BY fiscal_year) AS series') |"
  echo "| entries written by hand | $(sql "$database" "SELECT count(*) FROM incident_events WHERE what = '記録'") |"
  echo "| entries in timelines | $(sql "$database" 'SELECT count(*) FROM incident_events') |"
  echo "| gaps or doubles in timelines | $(sql "$database" 'SELECT count(*) FROM (SELECT 1 FROM incident_events GROUP BY incident_id HAVING max(number) <> count(*) OR count(DISTINCT number) <> count(*)) AS wrong') |"
  echo "| mails | $(find "$work/$database"-*/mail -name '*.eml' | wc -l) |"
  echo "| outbox: sent, waiting, given up | $(sql "$database" "SELECT count(*) FILTER (WHERE status = 'Sent') || ', ' || count(*) FILTER (WHERE status = 'Waiting') || ', ' || count(*) FILTER (WHERE status = 'Dead') FROM outbox") |"
  echo
  for pid in "${pids[@]}"; do kill "$pid" 2>/dev/null || true; done
  for pid in "${pids[@]}"; do wait "$pid" 2>/dev/null || true; done
}

run one 1 "$@"
run several "$instances" "$@"
