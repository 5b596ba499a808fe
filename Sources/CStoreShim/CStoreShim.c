#include "CStoreShim.h"
