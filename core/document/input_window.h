// InputWindow: the part of a stream that a reader looks at, with its offset and line. Grows on
// demand; what has been dropped is forgotten, so that memory follows the largest article and not
// the file.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "core/document/byte_stream.h"

namespace twosource {

class InputWindow {
 public:
  explicit InputWindow(std::unique_ptr<ByteStream> stream) : stream_(std::move(stream)) {}

  // The bytes at hand. Valid until the next call of more() or drop().
  std::string_view rest() const { return std::string_view(buffer_).substr(begin_); }
  // Gets more bytes behind rest(); false at the end of the stream or after an error.
  bool more();
  // Forgets the first `count` bytes, which hold `lines` line breaks.
  void drop(std::size_t count, std::uint32_t lines);
  // The same, counting the line breaks.
  void drop(std::size_t count);

  std::uint64_t offset() const { return offset_; }  // of the first byte of rest() in the stream
  std::uint32_t line() const { return line_; }      // of that byte
  // The first bytes are no content (a byte order mark): line and column begin behind them.
  void skip_mark(std::size_t count) { drop(count, 0); }

  // What stopped the stream; nullopt when it just ended.
  const std::optional<Error>& error() const { return error_; }
  bool at_end() const { return ended_ && rest().empty(); }
  const ByteStream& stream() const { return *stream_; }

 private:
  std::unique_ptr<ByteStream> stream_;
  std::string buffer_;
  std::size_t begin_ = 0;
  std::uint64_t offset_ = 0;
  std::uint32_t line_ = 1;
  bool ended_ = false;
  std::optional<Error> error_;
};

}  // namespace twosource
