#include "core/text/token.h"
#include <nlohmann/json.hpp>
#include <unicode/uchar.h>
