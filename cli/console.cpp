#include "cli/console.h"

#include <fcntl.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <charconv>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <cstring>

#include "core/base/printable.h"
#include "core/text/width.h"

namespace twosource {
namespace {

constexpr unsigned kNarrowest = 40;
constexpr unsigned kWidest = 120;  // longer lines are hard to read
constexpr unsigned kDefaultWidth = 80;
constexpr int kVteWithLinks = 5000;  // GNOME's terminal widget 0.50

bool is_set(const char* variable) {
  const char* const value = std::getenv(variable);
  return value != nullptr && *value != '\0';
}

unsigned columns_of_terminal() {
  if (const char* const columns = std::getenv("COLUMNS")) {
    unsigned value = 0;
    const char* const end = columns + std::strlen(columns);
    if (std::from_chars(columns, end, value).ptr == end && value > 0) return value;
  }
  winsize size{};
  if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0) return size.ws_col;
  return kDefaultWidth;
}

// A descriptor that the caller closed would be given to the next file that is opened, and what is
// meant for the caller would be written into a database. In its place stands one that refuses.
bool keep_standard_descriptors() {
  for (const int descriptor : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO}) {
    if (fcntl(descriptor, F_GETFD) != -1 || errno != EBADF) continue;
    if (open("/dev/null", descriptor == STDIN_FILENO ? O_WRONLY : O_RDONLY) != descriptor) {
      return false;
    }
  }
  return true;
}

}  // namespace

Console::Console()
    : output_is_terminal_(isatty(STDOUT_FILENO) == 1),
      errors_on_terminal_(isatty(STDERR_FILENO) == 1) {
  if (!keep_standard_descriptors()) std::abort();
  std::signal(SIGPIPE, SIG_IGN);  // a closed pipe shows as a failed write
}

bool Console::may_color(bool terminal) const {
  if (color_ != Color::Auto) return color_ == Color::Always;
  const char* const kind = std::getenv("TERM");
  const bool dumb = kind == nullptr || std::strcmp(kind, "dumb") == 0;
  return terminal && !dumb && !is_set("NO_COLOR");
}

bool Console::colored_output() const {
  return may_color(output_is_terminal_);
}

bool Console::links_output() const {
  if (const char* const forced = std::getenv("FORCE_HYPERLINK")) {
    return std::strcmp(forced, "0") != 0;
  }
  if (!output_is_terminal_ || !may_color(true)) return false;
  // Terminals say who they are in different ways; an unknown one might print the link as text.
  for (const char* const variable : {"WT_SESSION", "KONSOLE_VERSION", "KITTY_WINDOW_ID"}) {
    if (is_set(variable)) return true;
  }
  const char* const vte = std::getenv("VTE_VERSION");
  if (vte != nullptr && std::atoi(vte) >= kVteWithLinks) return true;
  const char* const program = std::getenv("TERM_PROGRAM");
  if (program == nullptr) return false;
  for (const char* const name : {"iTerm.app", "WezTerm", "vscode", "ghostty", "Hyper"}) {
    if (std::strcmp(program, name) == 0) return true;
  }
  return false;
}

unsigned Console::width() const {
  if (!output_is_terminal_ && !is_set("COLUMNS")) return kDefaultWidth;
  return std::clamp(columns_of_terminal(), kNarrowest, kWidest);
}

bool Console::write(std::string_view bytes) {
  if (output_closed_) return false;
  if (bytes.empty()) return true;
  if (output_is_terminal_) status_line({});
  if (std::fwrite(bytes.data(), 1, bytes.size(), stdout) == bytes.size()) return true;
  output_closed_ = true;
  if (errno != EPIPE) {
    error({ErrorKind::Unreadable,
           std::string("standard output cannot be written: ") + std::strerror(errno)});
  }
  return false;
}

bool Console::flush() {
  if (output_closed_) return false;
  if (std::fflush(stdout) == 0) return true;
  output_closed_ = true;
  if (errno != EPIPE) {
    error({ErrorKind::Unreadable,
           std::string("standard output cannot be written: ") + std::strerror(errno)});
  }
  return false;
}

void Console::complain(std::string_view line) {
  status_line({});
  std::fwrite(line.data(), 1, line.size(), stderr);
  std::fputc('\n', stderr);
}

void Console::error(const Error& error) {
  ++errors_;
  complain(describe(error));
}

void Console::remark(std::string_view message) {
  if (!quiet_) complain("twosource: " + printable(message));
}

void Console::note(std::string_view message) {
  if (verbose_) complain("twosource: " + printable(message));
}

void Console::status_line(std::string_view text) {
  if (!shows_status() || (text.empty() && !status_shown_)) return;
  const std::string line = cut_to_width(printable(text), std::max(columns_of_terminal(), 2U) - 1);
  std::fprintf(stderr, "\r\033[K%s", line.c_str());
  std::fflush(stderr);
  status_shown_ = !text.empty();
}

}  // namespace twosource
