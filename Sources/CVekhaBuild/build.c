#include "CVekhaBuild.h"

#ifndef VEKHA_COMMIT
#define VEKHA_COMMIT ""
#endif

#pragma clang diagnostic push
#pragma clang diagnostic ignored "-Wc23-extensions"
static const unsigned char reference[] = {
#embed "../../docs/diagnostics.md"
};
#pragma clang diagnostic pop

const unsigned char *vekha_reference(void) { return reference; }

size_t vekha_reference_size(void) { return sizeof(reference); }

const char *vekha_commit(void) { return VEKHA_COMMIT; }
