// The program: finds the command, runs it, and turns what went wrong into text and exit code, here
// and nowhere else.
#include <exception>
#include <string>
#include <vector>

#include "cli/arguments.h"
#include "cli/command.h"
#include "cli/console.h"
#include "cli/help.h"
#include "core/base/printable.h"

namespace twosource {
namespace {

const Command* find_command(std::string_view name) {
  for (const Command& command : commands()) {
    if (command.name == name) return &command;
  }
  return nullptr;
}

ExitCode usage_error(Console& console, std::string message) {
  console.error({ErrorKind::Usage, std::move(message)});
  return ExitCode::Failure;
}

ExitCode unknown_command(Console& console, std::string_view name) {
  if (name.starts_with("-")) {
    return usage_error(console, "the command comes first: twosource COMMAND " + std::string(name) +
                                    " ... (see twosource --help)");
  }
  std::vector<std::string_view> names;
  for (const Command& command : commands()) names.push_back(command.name);
  const std::string_view best = closest(name, names);
  return usage_error(console, "there is no command \"" + std::string(name) + "\"" +
                                  (best.empty() ? " (see twosource --help)"
                                                : "; did you mean " + std::string(best) + "?"));
}

ExitCode print(Console& console, std::string_view text) {
  console.write(text);
  console.flush();
  return console.errors() == 0 ? ExitCode::Success : ExitCode::Failure;
}

void apply_shared(const Arguments& arguments, Console& console) {
  console.set_quiet(arguments.has("quiet"));
  console.set_verbose(arguments.has("verbose"));
  const std::string color = arguments.text("color");
  if (color == "always") console.set_color(Console::Color::Always);
  if (color == "never") console.set_color(Console::Color::Never);
}

// Settings: the file that --config names ("none": no file), else the nearest one from the first
// operand upwards.
Result<void> take_settings(const Command& command, Arguments& arguments) {
  const std::string named = arguments.text("config");
  if (named == "none" || command.settings == kNoSettings) return {};
  const auto& operands = arguments.operands();
  const auto file = named.empty() ? Settings::find(operands.empty() ? "-" : operands.front())
                                  : std::optional(named);
  if (!file) return {};
  const auto settings = Settings::load(*file, commands());
  if (!settings) return settings.error();
  return arguments.take_defaults(command, *settings);
}

ExitCode run_command(const Command& command, const std::vector<std::string>& words,
                     Console& console) {
  auto arguments = Arguments::parse(command, words);
  if (!arguments) return usage_error(console, arguments.error().message);
  if (arguments->has("help")) return print(console, help_for(command, console.width()));
  if (const auto taken = take_settings(command, *arguments); !taken) {
    console.error(taken.error());
    return ExitCode::Failure;
  }
  apply_shared(*arguments, console);
  if (const auto jobs = arguments->jobs(); !jobs) return usage_error(console, jobs.error().message);
  const ExitCode code = command.run(*arguments, console);
  console.flush();
  return console.errors() == 0 ? code : ExitCode::Failure;
}

ExitCode run(std::vector<std::string> words, Console& console) {
  if (words.empty()) {
    console.write(help_overview(console.width()));
    console.flush();
    return usage_error(console, "name a command");
  }
  const std::string name = words.front();
  words.erase(words.begin());
  if (name == "--version" || name == "-V") {
    return print(console, "twosource " TWOSOURCE_VERSION "\n");
  }
  if (name == "--help" || name == "-h" || name == "help") {
    if (words.empty()) return print(console, help_overview(console.width()));
    const Command* const command = find_command(words.front());
    return command != nullptr ? print(console, help_for(*command, console.width()))
                              : unknown_command(console, words.front());
  }
  const Command* const command = find_command(name);
  return command != nullptr ? run_command(*command, words, console)
                            : unknown_command(console, name);
}

}  // namespace
}  // namespace twosource

int main(int argc, char** argv) {
  twosource::Console console;
  try {
    return static_cast<int>(
        twosource::run(std::vector<std::string>(argv + 1, argv + argc), console));
  } catch (const std::bad_alloc&) {
    console.error({twosource::ErrorKind::TooLarge, "out of memory"});
  } catch (const std::exception& error) {
    console.error({twosource::ErrorKind::Internal,
                   std::string("a fault in the program, please report it: ") + error.what()});
  }
  return static_cast<int>(twosource::ExitCode::Failure);
}
