#!/usr/bin/env bash
# Makes the virtual environment DIR with the pinned packages and Tollbook itself, editable.
# Usage: scripts/venv.sh DIR [PYTHON]
set -euo pipefail
cd "$(dirname "$0")/.."
dir=$1

oldest_python() {
  local all
  all=$(scripts/pythons.sh)
  echo "${all%%$'\n'*}"
}
python=${2:-$(oldest_python)}

if [[ -z $python && $(id -u) == 0 ]] && command -v apt-get >/dev/null && command -v python3 >/dev/null; then
  echo "This Python cannot make virtual environments: installing Debian's python3-venv." >&2
  apt-get update -qq && apt-get install -qq -y python3-venv >&2
  python=$(oldest_python)
fi
if [[ -z $python ]]; then
  echo "No Python 3.11 or newer that can make a virtual environment was found." >&2
  echo "Install one (Debian, Ubuntu: apt-get install python3 python3-venv), or name it: make venv PYTHON=/path/to/python3" >&2
  exit 1
fi

echo "Making $dir with $("$python" --version) (a few hundred megabytes, once) ..." >&2
"$python" -m venv "$dir"
"$dir/bin/python" -m pip install --quiet --disable-pip-version-check --no-deps --require-hashes -r requirements.lock
"$dir/bin/python" -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
