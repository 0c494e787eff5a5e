. ./scripts/lib/level.sh
echo "$level packed" | xz -c | xz -dc
