import os

DATA = os.path.join(os.path.dirname(os.path.dirname(os.path.abspath(__file__))), 'data')


def rows():
    with open(f'{DATA}/rows.txt') as file:
        return file.read().strip()
