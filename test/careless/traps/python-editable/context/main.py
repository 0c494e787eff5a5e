import tide

print(tide.LEVEL)
