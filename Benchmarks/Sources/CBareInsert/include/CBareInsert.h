#ifndef VEKHA_CBARE_INSERT_H
#define VEKHA_CBARE_INSERT_H

/// A connection to a SQLite file with a table of events, and its one prepared statement.
typedef struct bare_store bare_store;

/// Opens the SQLite file at `path` with WAL and `synchronous=FULL`, nothing else; NULL where that
/// fails.
bare_store *bare_open(const char *path);

/// Inserts `count` rows of `size` bytes, each in a transaction of its own that is synced before the
/// next. Gives the seconds that it took, or -1 where something failed.
double bare_insert(bare_store *store, int count, int size);

#endif
