// Any bytes as a language data file: an error or a tree, never a crash.
#include <cstdint>
#include <string_view>

#include "core/lang/numbers_data.h"
#include "core/lang/strict_json.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  twosource::JsonReader json("fuzz.json");
  const auto root = json.parse({reinterpret_cast<const char*>(data), size});
  if (root) twosource::load_numbers(json, *root);
  return 0;
}
