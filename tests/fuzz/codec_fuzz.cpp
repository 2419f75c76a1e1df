// Any bytes as stored claims: an error, or claims that survive the way out and back.
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "core/claim/codec.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace twosource;
  const auto claims = decode_claims({reinterpret_cast<const char*>(data), size});
  if (!claims) return 0;
  const auto again = decode_claims(encode_claims(*claims));
  if (!again || again->size() != claims->size()) std::abort();
  return 0;
}
