#!/bin/sh
set -eu
mkdir -p dist
go build -trimpath -o dist/app .
