print(open('data/report.txt').read())
