#include "core/document/source_map.h"

#include <algorithm>
#include <bit>
#include <cstring>

namespace twosource {
namespace {

// One bit for each of the eight bytes at `bytes` that continues a code point (10xxxxxx), the first
// byte in the lowest bit.
std::uint64_t continuation_bits(const char* bytes) {
  std::uint64_t word = 0;
  std::memcpy(&word, bytes, sizeof(word));
  constexpr std::uint64_t kHigh = 0x8080808080808080ULL;
  const std::uint64_t marks = (word & ~(word << 1U) & kHigh) >> 7U;
  // Gathers the low bits of the bytes into the top byte.
  return (marks * 0x0102040810204080ULL) >> 56U;
}

bool is_continuation(char c) {
  return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U;
}

bool has_high_bytes(std::string_view text) {
  std::uint64_t seen = 0;
  std::size_t at = 0;
  for (; at + 8 <= text.size(); at += 8) {
    std::uint64_t word = 0;
    std::memcpy(&word, text.data() + at, sizeof(word));
    seen |= word;
  }
  for (; at < text.size(); ++at) seen |= static_cast<unsigned char>(text[at]);
  return (seen & 0x8080808080808080ULL) != 0;
}

std::vector<std::uint64_t> continuation_bitmap(std::string_view text) {
  std::vector<std::uint64_t> bits(text.size() / 64 + 1);
  std::size_t at = 0;
  if constexpr (std::endian::native == std::endian::little) {
    for (; at + 8 <= text.size(); at += 8)
      bits[at / 64] |= continuation_bits(text.data() + at) << (at % 64);
  }
  for (; at < text.size(); ++at) {
    if (is_continuation(text[at])) bits[at / 64] |= std::uint64_t{1} << (at % 64);
  }
  return bits;
}

}  // namespace

void SourceMap::append(Run run) {
  if (run.field_length == 0) return;
  if (!runs_.empty() && run.field_length == run.source_length) {
    Run& last = runs_.back();
    if (last.field_length == last.source_length &&
        last.field_begin + last.field_length == run.field_begin &&
        last.source_begin + last.source_length == run.source_begin) {
      last.field_length += run.field_length;
      last.source_length += run.source_length;
      return;
    }
  }
  runs_.push_back(run);
}

void SourceMap::clear() {
  runs_.clear();
  lines_.clear();
  origins_.clear();
  continuation_.clear();
  ranks_.clear();
}

void SourceMap::learn_lines(std::string_view source, std::uint64_t source_offset,
                            std::uint32_t first_line) {
  lines_.clear();
  continuation_.clear();
  ranks_.clear();
  if (runs_.empty()) return;
  // Runs of most readers are in order of the source, but nothing depends on it.
  std::uint64_t begin = runs_.front().source_begin;
  std::uint64_t end = 0;
  for (const Run& run : runs_) {
    begin = std::min(begin, run.source_begin);
    end = std::max(end, run.source_begin + run.source_length);
  }
  const auto local = [&](std::uint64_t byte) {
    return static_cast<std::size_t>(
        std::min<std::uint64_t>(byte < source_offset ? 0 : byte - source_offset, source.size()));
  };
  const std::size_t last = local(end);
  std::size_t line_begin = 0;
  std::uint32_t line = first_line;
  const std::size_t first = local(begin);
  for (std::size_t at = 0;;) {
    const void* found = std::memchr(source.data() + at, '\n', last - at);
    if (at <= first) line_begin = at;
    if (at <= first) lines_.assign(1, {source_offset + at, line});
    if (at > first) lines_.push_back({source_offset + at, line});
    if (found == nullptr) break;
    at = static_cast<std::size_t>(static_cast<const char*>(found) - source.data()) + 1;
    ++line;
  }
  const std::string_view touched = source.substr(line_begin, last - line_begin);
  if (!has_high_bytes(touched)) return;
  continuation_ = continuation_bitmap(touched);
  ranks_.reserve(continuation_.size());
  std::uint32_t count = 0;
  for (const std::uint64_t word : continuation_) {
    ranks_.push_back(count);
    count += static_cast<std::uint32_t>(std::popcount(word));
  }
}

void SourceMap::learn_origin(const std::vector<Origin>& origins) {
  origins_.clear();
  if (runs_.empty()) return;
  std::uint64_t begin = runs_.front().source_begin;
  std::uint64_t end = 0;
  for (const Run& run : runs_) {
    begin = std::min(begin, run.source_begin);
    end = std::max(end, run.source_begin + run.source_length);
  }
  for (const Origin& origin : origins) {
    if (origin.decoded_begin <= end && origin.decoded_begin + origin.decoded_length >= begin)
      origins_.push_back(origin);
  }
}

std::uint64_t SourceMap::begin_in_source(std::uint32_t field_byte) const {
  if (runs_.empty()) return 0;
  const auto after =
      std::upper_bound(runs_.begin(), runs_.end(), field_byte,
                       [](std::uint32_t byte, const Run& run) { return byte < run.field_begin; });
  if (after == runs_.begin()) return runs_.front().source_begin;
  const Run& run = *std::prev(after);
  const std::uint32_t inside = field_byte - run.field_begin;
  if (inside >= run.field_length) return run.source_begin + run.source_length;
  return run.source_begin + (run.field_length == run.source_length ? inside : 0);
}

std::uint64_t SourceMap::end_in_source(std::uint32_t field_end) const {
  if (field_end == 0) return begin_in_source(0);
  const std::uint32_t last = field_end - 1;
  const auto after =
      std::upper_bound(runs_.begin(), runs_.end(), last,
                       [](std::uint32_t byte, const Run& run) { return byte < run.field_begin; });
  if (after == runs_.begin()) return runs_.front().source_begin;
  const Run& run = *std::prev(after);
  if (run.field_length == run.source_length && last - run.field_begin < run.field_length)
    return run.source_begin + (last - run.field_begin) + 1;
  return run.source_begin + run.source_length;
}

std::uint64_t SourceMap::continuations_before(std::uint64_t source_byte) const {
  if (continuation_.empty()) return 0;
  const std::uint64_t bit =
      std::min<std::uint64_t>(source_byte - lines_.front().byte, continuation_.size() * 64 - 1);
  const auto word = static_cast<std::size_t>(bit / 64);
  const std::uint64_t below = (std::uint64_t{1} << (bit % 64)) - 1;
  return ranks_[word] + static_cast<std::uint64_t>(std::popcount(continuation_[word] & below));
}

SourceMap::Position SourceMap::position(std::uint64_t source_byte) const {
  const auto after = std::upper_bound(
      lines_.begin(), lines_.end(), source_byte,
      [](std::uint64_t byte, const LineStart& start) { return byte < start.byte; });
  if (after == lines_.begin()) return {};
  const LineStart& line = *std::prev(after);
  const std::uint64_t bytes = source_byte - line.byte;
  const std::uint64_t chars =
      bytes - (continuations_before(source_byte) - continuations_before(line.byte));
  return {line.line, static_cast<std::uint32_t>(chars) + 1, static_cast<std::uint32_t>(bytes) + 1};
}

std::uint64_t SourceMap::in_file(std::uint64_t source_byte, bool as_end) const {
  if (origins_.empty()) return source_byte;
  // An end lies behind the code point before it, not at the start of the next.
  const std::uint64_t key = as_end && source_byte > 0 ? source_byte - 1 : source_byte;
  const auto after = std::upper_bound(
      origins_.begin(), origins_.end(), key,
      [](std::uint64_t byte, const Origin& origin) { return byte < origin.decoded_begin; });
  if (after == origins_.begin()) return origins_.front().file_begin;
  const Origin& origin = *std::prev(after);
  if (key - origin.decoded_begin >= origin.decoded_length)
    return origin.file_begin + origin.file_length;
  if (origin.decoded_length == origin.file_length)
    return origin.file_begin + (source_byte - origin.decoded_begin);
  return origin.file_begin + (as_end ? origin.file_length : 0);
}

std::uint64_t SourceMap::source_byte(std::uint32_t field_byte) const {
  return in_file(begin_in_source(field_byte), false);
}

std::optional<SourcePlace> SourceMap::place(ByteSpan span) const {
  if (runs_.empty()) return std::nullopt;
  const std::uint64_t begin = begin_in_source(span.begin);
  const std::uint64_t end = std::max(begin, span.empty() ? begin : end_in_source(span.end));
  const Position from = position(begin);
  const Position to = position(end);
  const std::uint64_t file_begin = in_file(begin, false);
  const std::uint64_t file_end = end == begin ? file_begin : in_file(end, true);
  return SourcePlace{file_begin,       std::max(file_begin, file_end),
                     from.line,        from.column,
                     to.line,          to.column,
                     from.byte_column, to.byte_column};
}

}  // namespace twosource
