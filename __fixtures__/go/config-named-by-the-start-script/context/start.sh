#!/bin/sh
set -e
: "${PROXY_CONFIG:=deploy/proxy.conf}"
export PROXY_CONFIG
exec ./proxy
