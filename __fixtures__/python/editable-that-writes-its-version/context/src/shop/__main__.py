from shop._version import version

print(version)
