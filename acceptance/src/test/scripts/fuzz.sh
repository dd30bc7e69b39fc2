#!/usr/bin/env bash
# Sends what schemathesis makes of each service's OpenAPI document to a running demo, and compares the answers with it.
# Usage, with `./hairline up --no-history` running: acceptance/src/test/scripts/fuzz.sh [SERVICE...]
# It writes into the demo: begin anew afterwards with `./hairline up --fresh`.
# LOGINS (head-office desk-ber), EXAMPLES per operation (20) and PORTAL may be set.
set -euo pipefail
cd "$(dirname "$0")/../../../.."

target=$PWD/acceptance/target/schemathesis
portal=${PORTAL:-http://localhost:$((8080 + ${HAIRLINE_PORT_OFFSET:-0}))}
services=("$@")
[[ ${#services[@]} -gt 0 ]] || services=(headoffice booking treatment notification)

if [[ ! -x $target/bin/schemathesis ]]; then
  python3 -m venv "$target"
  "$target/bin/pip" install --quiet --disable-pip-version-check schemathesis==4.32.5
fi

# 413 is a refusal as well: a generated body may be larger than the portal takes.
cat > "$target/schemathesis.toml" <<'CONFIG'
[checks]
negative_data_rejection.expected-statuses = ["400", "401", "403", "404", "405", "406", "409", "413", "415", "422", "428", "429"]
CONFIG

failed=0
for login in ${LOGINS:-head-office desk-ber}; do
  for service in "${services[@]}"; do
    echo "== $service as $login"
    token=$(./hairline token "$login")
    (cd "$target" && exec bin/schemathesis run "$portal/api/docs/$service" \
      --url "$portal/api/v1" \
      --header "Authorization: Bearer $token" \
      --phases examples,coverage,fuzzing,stateful \
      --max-examples "${EXAMPLES:-20}" \
      --exclude-path-regex '/stream$' \
      --exclude-checks positive_data_acceptance,unsupported_method,allow_header_conformance,use_after_free,ensure_resource_availability \
      --continue-on-failure --request-timeout 20 --no-color --warnings off \
      --generation-database none \
      --report junit --report-junit-path "$service-$login.xml") || failed=1
  done
done
exit "$failed"
