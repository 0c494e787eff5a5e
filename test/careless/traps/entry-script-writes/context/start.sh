set -e
mkdir -p cache
echo warm > cache/state
exec node server.js
