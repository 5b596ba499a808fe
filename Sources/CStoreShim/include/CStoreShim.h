#ifndef VEKHA_CSTORE_SHIM_H
#define VEKHA_CSTORE_SHIM_H

#include <sqlite3.h>
#include <sys/vfs.h>

/// Sets a boolean option of a connection with `sqlite3_db_config`, which is variadic in C and so
/// cannot be called from Swift. Gives the result code; `*effective` tells what holds afterwards.
static inline int vekha_sqlite_configure(sqlite3 *connection, int option, int value,
                                         int *effective) {
  return sqlite3_db_config(connection, option, value, effective);
}

/// The magic number of the file system that `path` lies on (statfs(2)), which Swift's Glibc does
/// not offer; -1 where it cannot be told.
static inline long vekha_file_system_type(const char *path) {
  struct statfs status;
  return statfs(path, &status) == 0 ? (long)status.f_type : -1;
}

#endif
