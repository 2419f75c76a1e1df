// The table of `twosource languages`.
#pragma once

#include <string>

#include "core/lang/registry.h"

namespace twosource {

// Dimensions as rows, languages as columns, in the cells how many examples the engines read right.
std::string language_grid(const Languages& languages);

}  // namespace twosource
