#include "cli/progress.h"

#include <fmt/format.h>

namespace twosource {

using namespace std::chrono_literals;

Progress::Progress(Console& console, std::string what)
    : console_(console), what_(std::move(what)), start_(Clock::now()), drawn_(start_) {}

Progress::~Progress() {
  console_.status_line({});
}

void Progress::update(std::uint64_t articles, std::uint64_t done_bytes, std::uint64_t all_bytes) {
  if (!console_.shows_status()) return;
  const Clock::time_point now = Clock::now();
  if (now - drawn_ < 100ms) return;
  drawn_ = now;
  const double seconds = std::chrono::duration<double>(now - start_).count();
  std::string line =
      fmt::format("{} {} {}, {:.0f} a second", what_, articles,
                  articles == 1 ? "article" : "articles", static_cast<double>(articles) / seconds);
  if (all_bytes > 0 && done_bytes > 0 && done_bytes <= all_bytes) {
    const double share = static_cast<double>(done_bytes) / static_cast<double>(all_bytes);
    const std::chrono::seconds left(static_cast<long>(seconds * (1 - share) / share));
    line += fmt::format(", {:.0f} %, {} left", 100 * share, clock_text(left));
  }
  console_.status_line(line);
}

std::string clock_text(std::chrono::seconds duration) {
  const long all = static_cast<long>(duration.count());
  const long hours = all / 3600;
  const long minutes = all / 60 % 60;
  return hours > 0 ? fmt::format("{}:{:02}:{:02}", hours, minutes, all % 60)
                   : fmt::format("{}:{:02}", minutes, all % 60);
}

}  // namespace twosource
