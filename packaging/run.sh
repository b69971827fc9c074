#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Installs what is missing, builds, and opens the stacks given, or else the bundled sample time-lapse, with the shipped
# model. Without a display they are segmented headless and the script says where the tables and pictures lie.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
"$root/packaging/install_dependencies.sh"
"$root/packaging/build.sh" release
for path in "$@"; do # they are relative to where the person is, not to the root
  set -- "${@:2}" "$(realpath -m -- "$path")"
done
cd "$root"
build=build/release

if [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; then
  if [ $# -gt 0 ]; then
    exec "$build/app/gui/blastoscope" "$@"
  fi
  exec "$build/app/gui/blastoscope" --sample
fi

if [ $# -gt 0 ]; then
  what="$#"
  if [ $# -eq 1 ]; then what+=" stack was"; else what+=" stacks were"; fi
  out=out/segmented
else
  what="the sample was"
  out=out/sample
  set -- resources/sample
fi
"$build/app/cli/blastoscope-cli" segment "$@" --out "$out" --overlays
echo
echo "No display was found, so $what segmented headless:"
echo "  one row per cell     $out/cells.csv"
echo "  one row per frame    $out/frames.csv"
echo "  overlay pictures     $out/overlays/"
