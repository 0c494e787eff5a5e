from rich import print

print("told by rich")
