import fast

print(fast.twice(2))
