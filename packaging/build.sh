#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Configures and builds one preset (default: release). Prints a line a step; the build log is kept beside the build.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
preset=${1:-release}
cd "$root"
# With ccache clones share what they compile; in its depend mode an empty cache costs no second pass of the preprocessor.
launcher=()
if command -v ccache >/dev/null 2>&1; then
  launcher=(-DCMAKE_CXX_COMPILER_LAUNCHER=ccache)
  export CCACHE_DEPEND=1 CCACHE_BASEDIR=$root
fi
mkdir -p "build/$preset"
if ! cmake --preset "$preset" "${launcher[@]}" >"build/$preset/configure.log" 2>&1; then
  cat "build/$preset/configure.log" >&2
  exit 1
fi
# The bar of ninja where a person looks on, silence and a log otherwise.
if [ -t 1 ]; then
  cmake --build --preset "$preset"
else
  echo "Building ($preset), log in build/$preset/build.log"
  cmake --build --preset "$preset" >"build/$preset/build.log" 2>&1 || { tail -n 60 "build/$preset/build.log" >&2; exit 1; }
fi
