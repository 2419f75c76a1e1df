#!/bin/sh
# Installs the build into a fresh folder, builds a program against what was installed, and runs both programs.
#   check_install.sh BUILD_FOLDER COMPILER
set -eu
here=$(cd "$(dirname "$0")" && pwd)
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
cmake --install "$1" --prefix "$scratch/root" >/dev/null
"$scratch/root/bin/twosource" --version
cmake -S "$here/consumer" -B "$scratch/build" -G Ninja -DCMAKE_CXX_COMPILER="$2" -DCMAKE_PREFIX_PATH="$scratch/root" \
  ${3:+-DCMAKE_CXX_FLAGS="$3"} >/dev/null
cmake --build "$scratch/build"
"$scratch/build/consumer"
echo "installed, found and used"
