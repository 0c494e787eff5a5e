set -e
CURL_VERSION="$(curl --version | head -c 6)"
export CURL_VERSION
exec node server.js
