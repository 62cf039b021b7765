"""The same preprocessing with pandas: count values, encode those with more than 10 occurrences in their order, log-square numbers, write compactly.

python preprocess_pandas.py FILE OUT.npz      (needs pandas; prints seconds, rows a second and peak memory)
"""
import resource
import sys
import time

import numpy as np
import pandas as pd

NUMBERS = ['I%d' % i for i in range(1, 14)]
VALUES = ['C%d' % i for i in range(1, 27)]


def main():
    started = time.perf_counter()
    types = {**{name: 'float32' for name in NUMBERS}, **{name: 'str' for name in VALUES}, 'label': 'int8'}
    table = pd.read_csv(sys.argv[1], sep='\t', header=None, names=['label'] + NUMBERS + VALUES, dtype=types, engine='c')
    read = time.perf_counter()
    index = np.empty((len(table), 39), np.int32)
    value = np.empty((len(table), 39), np.float32)
    features = 13
    for j, name in enumerate(NUMBERS):
        x = table[name].to_numpy()
        large = x > 2
        x = np.where(large, np.floor(np.log(np.where(large, x, 3).astype(np.float64)) ** 2), x)
        index[:, j], value[:, j] = j, np.nan_to_num(x)
    for j, name in enumerate(VALUES, 13):
        counts = table[name].value_counts()
        kept = sorted(counts.index[counts > 10])
        codes = pd.Series(np.arange(features + 1, features + 1 + len(kept), dtype=np.int32), index=kept)
        index[:, j] = table[name].map(codes).fillna(features).astype(np.int32)
        value[:, j] = table[name].notna()
        features += 1 + len(kept)
    np.savez(sys.argv[2], index=index, value=value, label=table['label'].to_numpy())
    seconds = time.perf_counter() - started
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print('pandas %s: %d rows, %d features in %.1f s (reading %.1f s), %.0f rows a second, %.1f s of processor time, peak memory %.0f MB'
          % (pd.__version__, len(table), features, seconds, read - started, len(table) / seconds, time.process_time(), peak))


if __name__ == '__main__':
    main()
