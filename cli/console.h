// Console: the one place that writes to standard output and standard error.
//
// Standard output carries results and nothing else. A reader that goes away (a closed pipe) is no
// error: writing stops, `output_closed` turns true, and the command ends early. Errors go to
// standard error at once, are counted, and make the exit code 2.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "cli/exit_code.h"
#include "core/base/error.h"

namespace twosource {

class Console {
 public:
  enum class Color { Auto, Always, Never };

  // REQUIRES: one Console per process; it ignores SIGPIPE.
  Console();

  void set_color(Color color) { color_ = color; }
  void set_quiet(bool quiet) { quiet_ = quiet; }
  void set_verbose(bool verbose) { verbose_ = verbose; }
  bool quiet() const { return quiet_; }
  bool verbose() const { return verbose_; }

  bool output_is_terminal() const { return output_is_terminal_; }
  bool errors_are_on_a_terminal() const { return errors_on_terminal_; }
  // For results: --color, NO_COLOR, TERM and whether standard output is a terminal.
  bool colored_output() const;
  // Whether standard output is a terminal that is known to show links (OSC 8); FORCE_HYPERLINK=0 or
  // 1 decides otherwise.
  bool links_output() const;
  // Columns of the terminal, 40 to 120; 80 in a pipe.
  unsigned width() const;

  // Bytes to standard output. Returns false when nobody reads them any more.
  bool write(std::string_view bytes);
  // To the reader with what was written.
  bool flush();
  bool output_closed() const { return output_closed_; }

  // "FILE:LINE: error: MESSAGE" to standard error; counts.
  void error(const Error& error);
  // "twosource: MESSAGE", unless --quiet; `note` only with --verbose. The text is made printable.
  void remark(std::string_view message);
  void note(std::string_view message);

  // A line on the terminal that the next one overwrites; nothing in a pipe or with --quiet. Empty:
  // wiped away.
  void status_line(std::string_view text);
  bool shows_status() const { return errors_on_terminal_ && !quiet_; }

  std::uint64_t errors() const { return errors_; }

 private:
  bool may_color(bool terminal) const;
  void complain(std::string_view line);

  Color color_ = Color::Auto;
  bool quiet_ = false;
  bool verbose_ = false;
  bool output_is_terminal_ = false;
  bool errors_on_terminal_ = false;
  bool output_closed_ = false;
  bool status_shown_ = false;
  std::uint64_t errors_ = 0;
};

}  // namespace twosource
