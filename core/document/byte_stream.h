// ByteStream: the bytes of a file or of standard input, decompressed when they are gzip or zstd
// data, told by their first bytes. Several members one behind the other read as one.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "core/base/result.h"

namespace twosource {

class ByteStream {
 public:
  // "-" is standard input. Errors: NotFound, Unreadable (a directory, no permission).
  static Result<std::unique_ptr<ByteStream>> open(const std::string& file);
  // Reads bytes that the caller owns and keeps.
  static std::unique_ptr<ByteStream> over(std::string_view bytes, const std::string& name);

  virtual ~ByteStream() = default;

  // Appends up to about `wanted` bytes to `out`; 0 at the end. After an error the stream is at its
  // end. Errors: Unreadable, BadInput (damaged or truncated compressed data).
  virtual Result<std::size_t> read(std::size_t wanted, std::string& out) = 0;
  // Bytes taken from the file so far, before decompression.
  virtual std::uint64_t consumed() const = 0;
};

}  // namespace twosource
