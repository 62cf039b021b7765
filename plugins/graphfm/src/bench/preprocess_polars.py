"""The same preprocessing with Polars (all threads), the table in memory.

python preprocess_polars.py FILE OUT.npz      (needs Polars and NumPy; prints seconds, rows a second and peak memory)
"""
import resource
import sys
import time

import numpy as np
import polars as pl

NUMBERS = ['I%d' % i for i in range(1, 14)]
VALUES = ['C%d' % i for i in range(1, 27)]


def main():
    started = time.perf_counter()
    schema = {'label': pl.Int8, **{name: pl.Float32 for name in NUMBERS}, **{name: pl.String for name in VALUES}}
    table = pl.read_csv(sys.argv[1], separator='\t', has_header=False, schema=schema)
    read = time.perf_counter()
    index = np.empty((len(table), 39), np.int32)
    value = np.empty((len(table), 39), np.float32)
    features = 13
    for j, name in enumerate(NUMBERS):
        x = pl.col(name)
        square = pl.when(x > 2).then((x.cast(pl.Float64).log() ** 2).floor()).otherwise(x).fill_null(0).cast(pl.Float32)
        index[:, j], value[:, j] = j, table.select(square).to_numpy()[:, 0]
    for j, name in enumerate(VALUES, 13):
        counts = table.select(name).drop_nulls().group_by(name).len().filter(pl.col('len') > 10).sort(name).select(name)
        codes = counts.with_row_index('code', offset=features + 1)
        index[:, j] = table.select(name).join(codes, on=name, how='left', maintain_order='left')['code'].fill_null(features).to_numpy()
        value[:, j] = table[name].is_not_null().to_numpy()
        features += 1 + len(counts)
    np.savez(sys.argv[2], index=index, value=value, label=table['label'].to_numpy())
    seconds = time.perf_counter() - started
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print('Polars %s: %d rows, %d features in %.1f s (reading %.1f s), %.0f rows a second, %.1f s of processor time, peak memory %.0f MB'
          % (pl.__version__, len(table), features, seconds, read - started, len(table) / seconds, time.process_time(), peak))


if __name__ == '__main__':
    main()
