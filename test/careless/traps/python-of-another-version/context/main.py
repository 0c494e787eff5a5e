import sys

print("runs on", sys.version_info[:2])
