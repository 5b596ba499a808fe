#include "CBareInsert.h"

#include <sqlite3.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

struct bare_store {
  sqlite3 *database;
  sqlite3_stmt *insert;
};

static double now(void) {
  struct timespec time;
  clock_gettime(CLOCK_MONOTONIC, &time);
  return (double)time.tv_sec + (double)time.tv_nsec / 1e9;
}

static int prepare(bare_store *store, const char *path) {
  const char *setup = "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;"
                      "CREATE TABLE events (number INTEGER PRIMARY KEY, bytes BLOB)";
  return sqlite3_open(path, &store->database) == SQLITE_OK &&
         sqlite3_exec(store->database, setup, NULL, NULL, NULL) == SQLITE_OK &&
         sqlite3_prepare_v2(store->database, "INSERT INTO events (bytes) VALUES (?)", -1,
                            &store->insert, NULL) == SQLITE_OK;
}

bare_store *bare_open(const char *path) {
  bare_store *store = calloc(1, sizeof *store);
  if (store == NULL || prepare(store, path)) return store;
  sqlite3_close(store->database);
  free(store);
  return NULL;
}

double bare_insert(bare_store *store, int count, int size) {
  char bytes[4096];
  if (size < 0 || size > (int)sizeof bytes) return -1;
  memset(bytes, 'x', sizeof bytes);
  double began = now();
  for (int index = 0; index < count; index++) {
    sqlite3_bind_blob(store->insert, 1, bytes, size, SQLITE_STATIC);
    if (sqlite3_step(store->insert) != SQLITE_DONE) return -1;
    sqlite3_reset(store->insert);
  }
  return now() - began;
}
