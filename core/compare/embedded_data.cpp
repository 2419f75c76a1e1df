#include "core/compare/embedded_data.h"

#include <cstddef>

extern "C" const char twosource_compare_weights[];
extern "C" const char twosource_compare_weights_end[];
extern "C" const char twosource_compare_growing[];
extern "C" const char twosource_compare_growing_end[];
extern "C" const char twosource_compare_standing[];
extern "C" const char twosource_compare_standing_end[];

namespace twosource {
namespace {
std::string_view view(const char* begin, const char* end) {
  return {begin, static_cast<std::size_t>(end - begin)};
}
}  // namespace

std::string_view embedded_weights() {
  return view(twosource_compare_weights, twosource_compare_weights_end);
}

std::string_view embedded_growing() {
  return view(twosource_compare_growing, twosource_compare_growing_end);
}

std::string_view embedded_standing() {
  return view(twosource_compare_standing, twosource_compare_standing_end);
}

}  // namespace twosource
