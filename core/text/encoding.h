// Brings bytes of another encoding to UTF-8: what a newsroom's old archive holds.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"

namespace twosource {

struct Decoded {
  // text_length bytes of `text` were made of source_length bytes of the source. Where both lengths
  // are equal the bytes correspond one by one, else the run is one code point (or one bad byte).
  struct Run {
    std::uint32_t text_begin = 0;
    std::uint32_t source_begin = 0;
    std::uint32_t text_length = 0;
    std::uint32_t source_length = 0;
  };

  std::string text;            // UTF-8 without byte order mark
  std::string encoding;        // "UTF-8", "UTF-16LE", "UTF-16BE", "windows-1252", ...
  std::uint32_t skipped = 0;   // bytes of a byte order mark at the start of the source
  bool same_bytes = true;      // text is the source from `skipped` on, byte for byte
  std::uint32_t replaced = 0;  // places that were not well formed and became U+FFFD
  std::vector<Run> runs;       // the way back to the source; empty when same_bytes
};

// UTF-8 (with or without byte order mark) as it is; UTF-16 by mark or by its zero bytes; else
// `declared` when it is given and known to ICU, else windows-1252 when the bytes look like text.
// UTF-8 with few ill-formed places among many well-formed ones stays UTF-8, the places become
// U+FFFD. Errors: BadInput for binary data, with what was seen.
Result<Decoded> decode_text(std::string_view bytes, std::string_view declared = {});

// What a file that is no text is, by its first bytes: "a PNG image", "a PDF document"; nullopt when
// they are none of the known ones. Compressed data that readers open (gzip, zstd) is named too.
std::optional<std::string_view> binary_kind(std::string_view bytes);

}  // namespace twosource
