#!/usr/bin/env bash
# Installs the command line as a step of action.yml. Without inputs, takes the version from the action's own files, and the repository from
# their place: GitHub keeps an action in _actions/OWNER/REPOSITORY/REF.
set -euo pipefail

if [[ -z ${VERSION:-} ]]; then
  VERSION=$(sed -n 's|.*<Version>\(.*\)</Version>.*|\1|p' "$GITHUB_ACTION_PATH/Directory.Build.props")
fi
if [[ -z ${MACRO_RELEASES:-} ]]; then
  place=${GITHUB_ACTION_PATH//\\//}
  place=${place##*/_actions/}
  MACRO_RELEASES=$GITHUB_SERVER_URL/$(cut -d / -f 1-2 <<<"$place")/releases
fi
export MACRO_RELEASES
bash "$GITHUB_ACTION_PATH/ci/install.sh" "$VERSION" "$RUNNER_TEMP/macro-program"
