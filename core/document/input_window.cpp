#include "core/document/input_window.h"

#include <algorithm>

namespace twosource {
namespace {
constexpr std::size_t kLeastChunk = 1U << 20U;
}

bool InputWindow::more() {
  if (ended_) return false;
  if (begin_ > 0) {
    buffer_.erase(0, begin_);
    begin_ = 0;
  }
  // Growing by the size at hand keeps the cost linear for one long line.
  const std::size_t wanted = std::max(kLeastChunk, buffer_.size());
  const std::size_t before = buffer_.size();
  const Result<std::size_t> got = stream_->read(wanted, buffer_);
  if (!got) {
    error_ = got.error();
    ended_ = true;
    return buffer_.size() > before;
  }
  if (*got == 0) ended_ = true;
  return *got > 0;
}

void InputWindow::drop(std::size_t count, std::uint32_t lines) {
  const std::size_t taken = std::min(count, buffer_.size() - begin_);
  begin_ += taken;
  offset_ += taken;
  line_ += lines;
}

void InputWindow::drop(std::size_t count) {
  const std::string_view dropped = rest().substr(0, count);
  drop(count, static_cast<std::uint32_t>(std::count(dropped.begin(), dropped.end(), '\n')));
}

}  // namespace twosource
