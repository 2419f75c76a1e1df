// The table of `twosource languages`.
#pragma once

#include <string>

#include "core/lang/registry.h"

namespace twosource {

// Languages as rows, dimensions as columns, the number of examples in the cells.
std::string language_grid(const Languages& languages);

}  // namespace twosource
