// Commands and options as data: parsing, help, man pages and completions are all made from these
// tables.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "cli/exit_code.h"
#include "reports/renderer.h"

namespace twosource {

class Arguments;
class Console;

struct Option {
  std::string_view name;        // long name without dashes
  char letter = 0;              // short name, or 0
  std::string_view value = {};  // what stands for its value in help ("FILE"); empty: a flag
  std::string_view help = {};   // one line; lower case, no full stop
  bool repeatable = false;
  std::vector<std::string_view> choices = {};  // the only values allowed; empty: any

  bool is_flag() const { return value.empty(); }
};

struct Example {
  std::string_view command;  // as typed
  std::string_view effect;   // what it does, one line
};

// The arguments that are no options.
struct Operands {
  std::string_view name;  // "ARTICLE", as help shows it; empty: none allowed
  unsigned least = 0;
  unsigned most = 0;
  std::string_view help;  // what they are
};

inline constexpr unsigned kAnyNumber = ~0U;

// Of a command that reads no settings.
inline constexpr std::string_view kNoSettings = "none";

struct Command {
  std::string_view name;
  std::string_view summary;      // one line
  std::string_view description;  // a paragraph or two, wrapped by help
  Operands operands;
  std::vector<Option> options;  // its own; the shared ones come on top
  std::vector<Example> examples;
  ExitCode (*run)(const Arguments&, Console&);
  std::optional<Content> content = {};  // what it writes in formats; nullopt: text of its own
  std::string_view settings = {};       // the command whose table of settings holds; empty: its own
};

// Every command, in the order in which help shows them.
const std::vector<Command>& commands();

// Options that several commands have.
namespace options {
std::vector<Option> shared();            // every command: --jobs, --quiet, ...
std::vector<Option> formats();           // --format, --jsonl
std::vector<Option> article_defaults();  // --outlet, --language, --published
std::vector<Option> evidence();          // --outlets, --languages, --since, --until
Option database();
Option fail_on();
// The lists joined.
std::vector<Option> joined(std::initializer_list<std::vector<Option>> lists);
}  // namespace options

}  // namespace twosource
