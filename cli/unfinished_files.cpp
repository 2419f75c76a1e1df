#include "cli/unfinished_files.h"

#include <unistd.h>

#include <array>
#include <atomic>
#include <csignal>
#include <cstring>
#include <utility>

namespace twosource {
namespace {

// All that a handler of signals may touch: no allocation, no locks.
struct Slot {
  static constexpr std::size_t kLongest = 4096;
  std::atomic<bool> taken = false;
  std::atomic<bool> watched = false;  // the path is complete
  std::array<char, kLongest> path{};
};
static_assert(std::atomic<bool>::is_always_lock_free);

constexpr std::size_t kSlots = 32;
std::array<Slot, kSlots> slots;

extern "C" void remove_unfinished(int signal) {
  for (const Slot& slot : slots) {
    if (slot.watched) unlink(slot.path.data());
  }
  std::signal(signal, SIG_DFL);
  std::raise(signal);
}

// Once; a signal that the caller has switched off stays off.
void watch_signals() {
  static const bool done = [] {
    for (const int signal : {SIGINT, SIGTERM, SIGHUP}) {
      if (std::signal(signal, remove_unfinished) == SIG_IGN) std::signal(signal, SIG_IGN);
    }
    return true;
  }();
  static_cast<void>(done);
}

}  // namespace

UnfinishedFile::UnfinishedFile(const std::string& path) {
  watch_signals();
  if (path.size() >= Slot::kLongest) return;
  for (std::size_t i = 0; i < slots.size(); ++i) {
    if (slots[i].taken.exchange(true)) continue;
    std::memcpy(slots[i].path.data(), path.c_str(), path.size() + 1);
    slots[i].watched = true;
    slot_ = i;
    return;
  }
}

UnfinishedFile::UnfinishedFile(UnfinishedFile&& other) noexcept
    : slot_(std::exchange(other.slot_, kNone)) {}

UnfinishedFile& UnfinishedFile::operator=(UnfinishedFile&& other) noexcept {
  std::swap(slot_, other.slot_);
  return *this;
}

UnfinishedFile::~UnfinishedFile() {
  if (slot_ == kNone) return;
  slots[slot_].watched = false;
  slots[slot_].taken = false;
}

}  // namespace twosource
