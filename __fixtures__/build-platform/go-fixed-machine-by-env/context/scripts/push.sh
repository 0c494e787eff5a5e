#!/bin/sh
set -e
PLATFORMS=linux/amd64,linux/arm64
docker buildx build --platform "$PLATFORMS" --push -t registry.example.com/stock "$(dirname "$0")/.."
