// The data files of this folder, built into the program (core/compare/CMakeLists.txt).
#pragma once

#include <string_view>

namespace twosource {

std::string_view embedded_weights();
// The bytes of growing.json.
std::string_view embedded_growing();
// The bytes of standing.json.
std::string_view embedded_standing();

}  // namespace twosource
