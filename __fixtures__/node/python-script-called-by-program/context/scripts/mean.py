import statistics
import sys

print(statistics.mean(float(word) for word in sys.argv[1:]))
