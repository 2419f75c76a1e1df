// SHA-256 of the style and the script, as Content-Security-Policy names them; computed by the build
// (reports/CMakeLists.txt).
#pragma once

#include <string_view>

namespace twosource {

extern const std::string_view kStyleDigest;  // "sha256-" and base64
extern const std::string_view kScriptDigest;

}  // namespace twosource
