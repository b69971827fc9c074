#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Installs what is missing, builds and runs all tests (benchmarks excepted).
# BLASTOSCOPE_TEST_DATA may name a folder of real images; without it the cases that need one are skipped, with the reason.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
"$root/packaging/install_dependencies.sh"
"$root/packaging/build.sh" release
cd "$root"
ctest --preset release -j "$(nproc)" "$@"
