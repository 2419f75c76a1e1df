#!/usr/bin/env bash
# Runs every fuzz target for SECONDS (30 when not given). A finding ends the run with its input saved beside it.
set -euo pipefail
cd "$(dirname "$0")/../.."
seconds=${1:-30}
cmake --preset fuzz >/dev/null
cmake --build --preset fuzz
for target in build/fuzz/tests/fuzz/fuzz_*; do
  [ -x "$target" ] || continue
  name=$(basename "$target")
  corpus=build/fuzz/corpus/$name
  mkdir -p "$corpus"
  echo "== $name, $seconds s"
  "$target" "$corpus" -max_total_time="$seconds" -max_len=4096 -timeout=10 -print_final_stats=0 -artifact_prefix="build/fuzz/$name-" \
    -verbosity=0
done
