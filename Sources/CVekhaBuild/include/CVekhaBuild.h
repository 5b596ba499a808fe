#ifndef CVEKHABUILD_H
#define CVEKHABUILD_H

#include <stddef.h>

/// docs/diagnostics.md as it stood when the program was built; no NUL at its end.
const unsigned char *vekha_reference(void);
/// The number of bytes of `vekha_reference`.
size_t vekha_reference_size(void);
/// The commit that the program was built from; empty where the build was not told.
const char *vekha_commit(void);

#endif
