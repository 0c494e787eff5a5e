print('report of', 1 + 2)
