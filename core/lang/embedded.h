// The data files that the build embeds (core/lang/CMakeLists.txt).
#pragma once

#include <span>
#include <string_view>

namespace twosource {

struct EmbeddedFile {
  std::string_view path;  // "de/numbers.json", "shared/units.json"
  std::string_view bytes;
};

// Sorted by path.
std::span<const EmbeddedFile> embedded_files();
// The bytes of one, or an empty view.
std::string_view embedded_file(std::string_view path);

}  // namespace twosource
