#include "core/base/error.h"

#include "core/base/printable.h"

namespace twosource {

std::string describe(const Error& error) {
  std::string out;
  if (!error.file.empty()) {
    out += printable(error.file);
    if (error.line != 0) out += ':' + std::to_string(error.line);
    if (error.line != 0 && error.column != 0) out += ':' + std::to_string(error.column);
    out += ": ";
  }
  return out + "error: " + printable(error.message);
}

}  // namespace twosource
