#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Takes the pictures of resources/screenshots from the real program on the bundled, simulated sample: start page,
# segmented sample, dark look, 200 % scale, German, Chinese.
# Needs a release build and the tools Xvfb, openbox, xdotool, xprop, import and convert (Debian: xvfb openbox xdotool x11-utils imagemagick).
# Usage: packaging/screenshots.sh [FOLDER]     BLASTOSCOPE=… names another program than that of the release build.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
program=${BLASTOSCOPE:-$root/build/release/app/gui/blastoscope}
out=${1:-$root/resources/screenshots}
frame=${SCREENSHOT_FRAME:-22}          # of the sample, from 0
patience=${SCREENSHOT_PATIENCE:-1800}  # seconds that segmenting the sample may take

for tool in Xvfb openbox xdotool xprop import convert compare; do
  command -v "$tool" >/dev/null 2>&1 || { echo "$tool is missing." >&2; exit 1; }
done
[ -x "$program" ] || { echo "Build first: packaging/build.sh release" >&2; exit 1; }

work=$(mktemp -d)
children=()
finish() {
  for child in "${children[@]}"; do kill "$child" 2>/dev/null || true; done
  rm -rf "$work"
}
trap finish EXIT

# Nothing of the person's own settings is read or changed, and nothing is written beside the bundled sample.
export XDG_CONFIG_HOME=$work/config XDG_DATA_HOME=$work/data XDG_STATE_HOME=$work/state XDG_CACHE_HOME=$work/cache
export QT_QPA_PLATFORM=xcb LC_ALL=C.UTF-8
unset WAYLAND_DISPLAY QT_SCALE_FACTOR QT_STYLE_OVERRIDE
log=$XDG_STATE_HOME/blastoscope/logs/blastoscope.log
stack=$work/sample
project=$work/sample.blasto
cp -r "$root/resources/sample" "$stack"

# start_display WIDTH HEIGHT: a display of its own, with a window manager.
start_display() {
  exec 3<>"$work/display.$1"
  Xvfb -displayfd 3 -screen 0 "$1x$2x24" -nolisten tcp >/dev/null 2>&1 &
  children+=($!)
  local number=
  for _ in $(seq 100); do
    number=$(cat "$work/display.$1")
    [ -n "$number" ] && break
    sleep 0.1
  done
  [ -n "$number" ] || { echo "Xvfb does not start." >&2; exit 1; }
  export DISPLAY=:$number
  openbox >/dev/null 2>&1 &
  children+=($!)
  for _ in $(seq 100); do # until the window manager is there
    xprop -root _NET_SUPPORTING_WM_CHECK 2>/dev/null | grep -q "window id" && break
    sleep 0.1
  done
}

settings() { # settings THEME LANGUAGE
  mkdir -p "$XDG_CONFIG_HOME/Blastoscope"
  local file=$XDG_CONFIG_HOME/Blastoscope/Blastoscope.conf
  if [ -f "$file" ]; then
    sed -i -e "s/^theme=.*/theme=$1/" -e "s/^language=.*/language=$2/" "$file"
  else
    printf '[appearance]\ntheme=%s\nlanguage=%s\n[person]\nasked=true\n' "$1" "$2" >"$file"
  fi
}

# start WIDTH HEIGHT [ARGUMENT…]: the program with a window of that size.
start() {
  local width=$1 height=$2
  shift 2
  "$program" "$@" 2>>"$work/errors" &
  pid=$!
  window=
  for _ in $(seq 300); do
    window=$(xdotool search --onlyvisible --pid "$pid" --name Blastoscope 2>/dev/null | tail -n 1 || true)
    [ -n "$window" ] && break
    kill -0 "$pid" 2>/dev/null || { cat "$work/errors" >&2; exit 1; }
    sleep 0.2
  done
  [ -n "$window" ] || { echo "The window does not appear." >&2; exit 1; }
  children+=("$pid")
  xdotool windowsize "$window" "$width" "$height" windowmove "$window" 0 0
  xdotool windowactivate "$window" mousemove "$((width - 2))" "$((height - 2))"
}

# Until two pictures in a row are alike, and messages that go by themselves are gone.
settle() {
  sleep 3
  import -window "$window" "$work/before.png"
  for _ in $(seq 60); do
    sleep 2
    import -window "$window" "$work/after.png"
    compare -metric AE "$work/before.png" "$work/after.png" null: >/dev/null 2>&1 && return
    mv "$work/after.png" "$work/before.png"
  done
}

shot() { # shot NAME
  settle
  mkdir -p "$out"
  import -window "$window" "$work/shot.png"
  convert "$work/shot.png" -strip -define png:compression-level=9 -define png:compression-filter=5 "$out/$1.png"
  echo "$out/$1.png"
}

go_to_frame() {
  xdotool key Home
  xdotool key --repeat "$frame" --delay 120 Right
}

stop() {
  xdotool key ctrl+q
  wait "$pid" || true
}

segment_all() {
  xdotool key ctrl+F5
  local waited=0
  until grep -q "frames segmented" "$log" 2>/dev/null; do
    sleep 2
    waited=$((waited + 2))
    kill -0 "$pid" 2>/dev/null && [ "$waited" -lt "$patience" ] || { cat "$log" >&2; exit 1; }
  done
  grep -q " [1-9][0-9]* frames segmented, 0 failed" "$log" || { cat "$log" >&2; exit 1; }
  sleep 10 # the message about it goes by itself
  xdotool key ctrl+shift+s
  sleep 2
  xdotool type "$project"
  xdotool key Return
  until [ -f "$project" ]; do sleep 0.5; done
  sleep 10
}

start_display 1500 1000
settings light en
start 1400 900 "$stack"
sleep 5
segment_all
go_to_frame
shot segmented
stop

start 1400 900
shot start-page
stop

settings dark en
start 1400 900 "$project"
sleep 5
go_to_frame
shot dark
stop

settings light de
start 1400 900 "$project"
sleep 5
go_to_frame
shot german
stop

settings light zh_CN
start 1400 900 "$stack"
sleep 5
go_to_frame
shot chinese
stop

start_display 2900 1900
settings light en
export QT_SCALE_FACTOR=2
start 2800 1800 "$project"
sleep 5
go_to_frame
shot scale-200
stop
