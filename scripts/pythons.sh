#!/usr/bin/env bash
# Prints every Python on this machine that can run Tollbook (3.11 or newer, able to make a virtual environment),
# one a line, one for each minor version, oldest first.
set -euo pipefail

seen=" "
for minor in 11 12 13 14; do
  for python in "python3.$minor" "$HOME"/.pyenv/versions/"3.$minor".*/bin/python3 python3; do
    version=$("$python" -c 'import ensurepip, sys; print("%d.%d" % sys.version_info[:2])' 2>/dev/null) || continue
    if [[ $version == "3.$minor" && $seen != *" $version "* ]]; then
      seen+="$version "
      "$python" -c 'import sys; print(sys.executable)'
    fi
  done
done
