#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Installs the packages of dependencies.txt that are missing, with --dev also those of dependencies-dev.txt. On a system
# without apt it prints the list and stops.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
lists=("$here/dependencies.txt")
[ "${1:-}" = --dev ] && lists+=("$here/dependencies-dev.txt")
mapfile -t packages < <(sed -e 's/#.*//' -e 's/[[:space:]]*$//' -e '/^$/d' "${lists[@]}")

if ! command -v apt-get >/dev/null 2>&1; then
  missing=()
  command -v cmake >/dev/null 2>&1 || missing+=(cmake)
  command -v ninja >/dev/null 2>&1 || missing+=(ninja)
  echo "This system has no apt. Blastoscope needs the counterparts of these Debian 12 packages:" >&2
  printf '  %s\n' "${packages[@]}" >&2
  echo "If they are installed, set BLASTOSCOPE_SKIP_DEPENDENCIES=1 and run this again." >&2
  [ "${BLASTOSCOPE_SKIP_DEPENDENCIES:-0}" = 1 ] && [ ${#missing[@]} -eq 0 ] && exit 0
  exit 1
fi
[ "${BLASTOSCOPE_SKIP_DEPENDENCIES:-0}" = 1 ] && exit 0

missing=()
for package in "${packages[@]}"; do
  state=$(dpkg-query -W -f '${Status}' "$package" 2>/dev/null || true)
  [ "$state" = "install ok installed" ] || missing+=("$package")
done
[ ${#missing[@]} -eq 0 ] && exit 0

sudo=()
if [ "$(id -u)" -ne 0 ]; then
  command -v sudo >/dev/null 2>&1 || { echo "Please install as root: apt-get install ${missing[*]}" >&2; exit 1; }
  sudo=(sudo)
fi
echo "Installing ${#missing[@]} packages: ${missing[*]}"
export DEBIAN_FRONTEND=noninteractive
"${sudo[@]}" apt-get update -q
"${sudo[@]}" apt-get install -y -q --no-install-recommends "${missing[@]}"
