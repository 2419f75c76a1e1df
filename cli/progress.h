// Progress: one line on the terminal with rate and time left; silent in a pipe and with --quiet.
// The clock is used for this line alone and never reaches a result.
#pragma once

#include <chrono>
#include <cstdint>
#include <string>

#include "cli/console.h"

namespace twosource {

class Progress {
 public:
  // `what`: "reading", "checking".
  Progress(Console& console, std::string what);
  // Wipes the line.
  ~Progress();
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;

  // So many articles done; `done_bytes` of `all_bytes` read (0: unknown). Draws at most ten times a
  // second.
  void update(std::uint64_t articles, std::uint64_t done_bytes, std::uint64_t all_bytes);

 private:
  using Clock = std::chrono::steady_clock;

  Console& console_;
  std::string what_;
  Clock::time_point start_;
  Clock::time_point drawn_;
};

// "1:05", "2:03:10".
std::string clock_text(std::chrono::seconds duration);

}  // namespace twosource
