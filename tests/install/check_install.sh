#!/bin/sh
# Installs the build into a fresh folder, builds a program against what was installed, and runs both programs.
#   check_install.sh BUILD_FOLDER COMPILER
set -eu
here=$(cd "$(dirname "$0")" && pwd)
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
cmake --install "$1" --prefix "$scratch/root" >/dev/null
"$scratch/root/bin/twosource" --version
"$scratch/root/bin/twosource" demo --quiet "$scratch/tour" >/dev/null
test -s "$scratch/tour/sample.html"
for file in man/man1/twosource.1.gz man/man1/twosource-lexicon.1.gz bash-completion/completions/twosource \
  zsh/vendor-completions/_twosource fish/vendor_completions.d/twosource.fish; do
  test -s "$scratch/root/share/$file"
done
cmake -S "$here/consumer" -B "$scratch/build" -G Ninja -DCMAKE_CXX_COMPILER="$2" -DCMAKE_PREFIX_PATH="$scratch/root" \
  ${3:+-DCMAKE_CXX_FLAGS="$3"} >/dev/null
cmake --build "$scratch/build"
"$scratch/build/consumer"

# The Debian package: what users run and no more; above all no lexicon, whose licences differ.
if command -v dpkg-shlibdeps >/dev/null; then
  (cd "$1" && cpack -G DEB -B "$scratch/package") >"$scratch/log" 2>&1 || { cat "$scratch/log"; exit 1; }
  dpkg-deb --info "$scratch"/package/*.deb >"$scratch/info"
  for field in 'Depends: .*libxapian30' 'Recommends: .*dict-freedict-deu-eng' '\* *postinst' 'triggers'; do
    grep -q "$field" "$scratch/info"
  done
  dpkg-deb --contents "$scratch"/package/*.deb >"$scratch/contents"
  grep -q 'usr/share/twosource/demo/sample.txt$' "$scratch/contents"
  grep -q 'usr/share/twosource/lexicon.bin -> /var/lib/' "$scratch/contents"
  if grep -E '^-.*lexicon\.bin|\.(a|h)$|include/' "$scratch/contents"; then echo "the package holds too much"; exit 1; fi
fi
echo "installed, found and used"
