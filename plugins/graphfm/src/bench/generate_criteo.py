"""Writes a GENERATED file in the form of Criteo's train.txt: label, 13 integers, 26 hexadecimal strings, divided by tabs, some missing.

The numbers of different values per column are those of the full data set; how often values occur follows a power law. Nothing can be learnt from it:
it serves to measure preprocessing.   python generate_criteo.py ROWS FILE      (needs NumPy)
"""
import sys

import numpy as np

VALUES = [1460, 583, 10131227, 2202608, 305, 24, 12517, 633, 3, 93145, 5683, 8351593, 3194, 27, 14992, 5461306, 10, 5652, 2173, 4, 7046547, 18, 15,
          286181, 105, 142572]
BLOCK = 100_000


def block(random, rows):
    columns = [(random.random(rows) < 0.25).astype(int).astype(str)]
    for i in range(13):
        number = np.floor(random.lognormal(2, 2, rows)).astype(np.int64) - (i == 1)
        columns.append(np.where(random.random(rows) < 0.2, '', number.astype(str)))
    for c, values in enumerate(VALUES):
        rank = np.minimum(np.floor(np.exp(random.random(rows) ** 1.2 * np.log(values + 1))), values).astype(np.uint64)
        code = (rank * np.uint64(2654435761) + np.uint64(c * 40503)) & np.uint64(0xffffffff)
        text = np.char.zfill(np.array([format(x, 'x') for x in code.tolist()]), 8)
        columns.append(np.where(random.random(rows) < 0.03, '', text))
    return '\n'.join(map('\t'.join, zip(*[column.tolist() for column in columns]))) + '\n'


def main():
    rows, path = int(sys.argv[1]), sys.argv[2]
    random = np.random.default_rng(1)
    with open(path, 'w') as file:
        for start in range(0, rows, BLOCK):
            file.write(block(random, min(BLOCK, rows - start)))


if __name__ == '__main__':
    main()
