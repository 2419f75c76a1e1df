// Unicode normal form C.
#pragma once

#include <string>
#include <string_view>

namespace twosource {

bool is_nfc(std::string_view text);
std::string to_nfc(std::string_view text);

}  // namespace twosource
