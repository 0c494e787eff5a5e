#!/bin/bash
source "$HOME/.ci/env.sh"
"$BUILDER" --out app
