#include <unicode/uchar.h>
#include <nlohmann/json.hpp>
#include "core/text/token.h"
