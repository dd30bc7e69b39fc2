#!/usr/bin/env bash
# Takes one safeguard of the kit, or of booking, away at a time, in a copy of the project, and shows that its tests turn red.
# A fault test that can't fail is worth nothing. Usage: service-kit/src/test/scripts/mutations.sh [name…]
# Exit code: how many were taken away and nobody noticed; 100 if one could not be taken away.
set -euo pipefail
cd "$(dirname "$0")/../../../.."
project=$PWD
copy=$(mktemp -d "${TMPDIR:-/tmp}/hairline-mutations.XXXXXX")
trap 'rm -rf "$copy"' EXIT
kit=service-kit/src/main/java/io/hairline/kit
booking=booking-service/src/main/java/io/hairline/booking

# name | file | what is there | what takes its place | the tests that must turn red
mutations=(
  "unique-index|$kit/autoconfigure/KitIndexes.java|new IndexOptions().unique(true)|new IndexOptions()|EventLogIT"
  "inbox-version|$kit/consumer/InboxEntry.java|event.version() <= version|event.version() < 0|TopicConsumerIT"
  "inbox-gap|$kit/consumer/InboxTransaction.java|event.version() > seen.version() + 1|event.version() < 0|TopicConsumerIT"
  "lease-epoch|$kit/relay/Lease.java|return and(eq(\"_id\", ID), eq(\"epoch\", epoch));|return and(eq(\"_id\", ID), com.mongodb.client.model.Filters.gte(\"epoch\", 0L \* epoch));|LeaseIT"
  "acknowledgements|$kit/relay/KafkaBatchSender.java|while (true) {|while (stillLeading == null) {|RelayAwayIT"
  "one-under-way|$kit/relay/KafkaBatchSender.java|MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION, 1)|MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION, 5)|KafkaBatchSenderIT"
  "reread-order|$kit/relay/EventLogReader.java|.sort(ascending(\"aggregateId\", \"version\"))|.sort(com.mongodb.client.model.Sorts.descending(\"aggregateId\", \"version\"))|RelayReadsAgainIT"
  "claims-index|$booking/appointment/Appointments.java|new IndexOptions().unique(true).partialFilterExpression(active)|new IndexOptions().partialFilterExpression(active)|GeneratedHistoriesIT"
)

echo "copying the project to $copy"
git ls-files -z --cached --others --exclude-standard | tar --null -T - -cf - | tar -xf - -C "$copy"
ln -s "$project/.hairline" "$copy/.hairline" 2>/dev/null || true
cd "$copy"
taken=0
survivors=()
for mutation in "${mutations[@]}"; do
  IFS='|' read -r name file from to tests <<<"${mutation//\\|/$'\x01'}"
  from=${from//$'\x01'/|} to=${to//\\/}
  if [ $# -gt 0 ] && [[ " $* " != *" $name "* ]]; then continue; fi
  taken=$((taken + 1))
  modules=contracts,kafka-broker,mail-server,launcher,service-kit
  if [[ $file == booking-service/* ]]; then modules+=,booking-service; fi
  cp "$file" "$copy/original"
  FROM=$from TO=$to perl -0pi -e 's/\Q$ENV{FROM}\E/$ENV{TO}/ or die "nothing to take away\n"' "$file"
  printf '%-18s ' "$name"
  if ! ./mvnw -q -o -pl "$modules" verify -DskipTests -Dspotless.check.skip >"$copy/$name.compile.log" 2>&1; then
    echo "does not compile; see below"; tail -20 "$copy/$name.compile.log"; exit 100
  fi
  rm -rf ./*/target/failsafe-reports # where none of a module's tests are asked for, what was red before would count
  if ./mvnw -q -o -pl "$modules" verify -Dspotless.check.skip \
      -Dtest=none -Dsurefire.failIfNoSpecifiedTests=false -Dit.test="$tests" -Dfailsafe.failIfNoSpecifiedTests=false \
      >"$copy/$name.log" 2>&1; then
    echo "SURVIVED: $tests passed without it"; survivors+=("$name")
  else
    red=$(grep -oE '[A-Za-z]+IT\.[a-z][A-Za-z]+' "$copy/$name.log" | grep -v "\.java$" | sort -u | head -4 | tr '\n' ' ' || true)
    if [ -z "$red" ]; then
      echo "failed, but no test did; see below"; tail -20 "$copy/$name.log"; exit 100
    fi
    echo "red: $red"
  fi
  cp "$copy/original" "$file"
done
if [ ${#survivors[@]} -eq 0 ]; then
  echo "$taken safeguards taken away, each noticed"
else
  echo "$taken safeguards taken away, ${#survivors[@]} not noticed: ${survivors[*]}"
fi
exit "${#survivors[@]}"
