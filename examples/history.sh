#!/bin/sh
# Makes a small repository whose baseline has a history, for docs/HISTORY.md: sh examples/history.sh FOLDER
set -eu

folder=$1
rm -rf -- "$folder"
mkdir -p -- "$folder"
cd -- "$folder"

# The same commits everywhere: nothing of this machine's git is asked.
GIT_CONFIG_GLOBAL=/dev/null
GIT_CONFIG_NOSYSTEM=1
GIT_AUTHOR_NAME=You
GIT_AUTHOR_EMAIL=you@example.org
GIT_COMMITTER_NAME=$GIT_AUTHOR_NAME
GIT_COMMITTER_EMAIL=$GIT_AUTHOR_EMAIL
export GIT_CONFIG_GLOBAL GIT_CONFIG_NOSYSTEM
export GIT_AUTHOR_NAME GIT_AUTHOR_EMAIL GIT_COMMITTER_NAME GIT_COMMITTER_EMAIL

# Prints a scenario of 100 sessions of 50 events: its label, bytes and CPU units of an event.
scenario() {
  cat <<END
    "$1": {
      "avgAllocatedBytes": $(($2 * 5)),
      "avgCpuUnits": $3,
      "avgMountAllocatedBytes": 2048,
      "avgMountCpuUnits": 4000,
      "avgMountPayloadBytes": 640,
      "avgPatchOps": 1,
      "avgPayloadBytes": $2,
      "cpuUtilisationPermille": $(($3 / 80)),
      "estimatedTotalMemoryUnits": 180,
      "eventsPerSession": 50,
      "kinds": {
        "change": {
          "allocatedBytes": $(($2 * 25000)),
          "cpuUnits": $(($3 * 5000)),
          "events": 5000,
          "maxPayloadBytes": $(($2 + 9)),
          "patchOps": 5000,
          "payloadBytes": $(($2 * 5000))
        }
      },
      "linkUtilisationPermille": $(($2 / 2)),
      "maxCpuUnits": $(($3 * 2)),
      "maxLatencyMs": 3,
      "maxPayloadBytes": $(($2 + 9)),
      "p50LatencyMs": 1,
      "p95LatencyMs": 1,
      "p99LatencyMs": 2,
      "peakMemoryUnitsPerSession": 3,
      "sessionCount": 100,
      "throughputEventsPerSecond": $((6000000 / $3)),
      "totalAllocatedBytes": $(($2 * 25000)),
      "totalCpuUnits": $(($3 * 5000)),
      "totalEvents": 5000,
      "totalPatchOps": 5000,
      "totalPayloadBytes": $(($2 * 5000))
    }
END
}

# Writes the baseline: the meter, and its scenarios.
baseline() {
  cat >lightspeed.baseline.json <<END
{
  "meter": "$1",
  "profile": {
    "cpuUnits": 6000,
    "ioUnits": 200,
    "memoryUnits": 1048576,
    "name": "pinned"
  },
  "runtime": "Java 17",
  "scenarios": {
$2
  },
  "schema": "baseline/2",
  "uncounted": []
}
END
}

# Commits everything: the day, and the subject, which stands for a change of the code, too.
commit() {
  printf '%s\n' "$2" >>Shop.java
  git add .
  GIT_AUTHOR_DATE="$1T12:00:00Z" GIT_COMMITTER_DATE="$1T12:00:00Z" git commit --quiet --message "$2"
}

git init --quiet
git symbolic-ref HEAD refs/heads/main
baseline portable/1 "$(scenario cart 27 1180)"
commit 2026-01-12 "Add a performance gate"
commit 2026-01-14 "Say how much is in the cart"
baseline portable/1 "$(scenario cart 22 1240)"
commit 2026-02-03 "Send the rows that changed, and no others"
baseline portable/1 "$(scenario cart 22 1240),
$(scenario search 310 9100)"
commit 2026-02-17 "Gate the search, too"
baseline portable/2 "$(scenario cart 22 1410),
$(scenario search 310 9900)"
commit 2026-03-05 "Count with the second version of the weights"
commit 2026-03-16 "Give each row a class"
commit 2026-03-17 "Name the currency"
commit 2026-03-18 "Show the discount"
baseline portable/2 "$(scenario cart 29 1490),
$(scenario search 310 9900)"
commit 2026-03-19 "Accept the figures of the new cart"
baseline portable/2 "$(scenario cart 29 1490),
$(scenario search 296 8700)"
commit 2026-04-02 "Look up prices once"
