// Brings bytes of another encoding to UTF-8: what a newsroom's old archive holds.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "core/base/result.h"

namespace twosource {

struct Decoded {
  std::string text;           // UTF-8 without byte order mark
  std::string encoding;       // "UTF-8", "UTF-16LE", "UTF-16BE", "windows-1252", ...
  std::uint32_t skipped = 0;  // bytes of a byte order mark at the start of the source
  bool same_bytes = true;     // text is the source from `skipped` on, byte for byte
};

// UTF-8 (with or without byte order mark) as it is; UTF-16 by mark or by its zero bytes; else
// `declared` when it is given and known to ICU, else windows-1252 when the bytes look like text.
// Errors: BadInput for binary data, with what was seen.
Result<Decoded> decode_text(std::string_view bytes, std::string_view declared = {});

}  // namespace twosource
