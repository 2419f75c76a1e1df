#include "core/lang/embedded.h"

#include <algorithm>

namespace twosource {

std::string_view embedded_file(std::string_view path) {
  const auto files = embedded_files();
  const auto it =
      std::lower_bound(files.begin(), files.end(), path,
                       [](const EmbeddedFile& f, std::string_view p) { return f.path < p; });
  return it != files.end() && it->path == path ? it->bytes : std::string_view();
}

}  // namespace twosource
