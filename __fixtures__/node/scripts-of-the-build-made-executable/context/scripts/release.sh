#!/bin/sh
set -e
npm version "$1" --no-git-tag-version
