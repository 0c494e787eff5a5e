from shared.table import rows

print('report of', rows())
