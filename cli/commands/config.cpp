#include <fmt/format.h>

#include "cli/arguments.h"
#include "cli/commands/commands.h"
#include "cli/console.h"
#include "core/base/printable.h"

namespace twosource {
namespace {

std::string quoted(const std::string& value) {
  return "\"" + printable(value) + "\"";
}

std::string shown(const Option& option, const std::vector<std::string>& values) {
  if (option.is_flag()) return "true";
  if (!option.repeatable) return quoted(values.back());
  std::string out;
  for (const std::string& value : values) out += (out.empty() ? "" : ", ") + quoted(value);
  return "[" + out + "]";
}

// One line a setting, aligned, with where it comes from: TOML that could be pasted back.
ExitCode run_config(const Arguments& arguments, Console& console) {
  const std::string file = arguments.settings_file();
  std::string out =
      file.empty() ? "# no twosource.toml was found\n" : "# settings of " + printable(file) + "\n";
  std::vector<std::pair<std::string, std::string>> rows;
  for (const Option& option : config_command().options) {
    const auto values = arguments.list(option.name);
    if (!arguments.has(option.name)) continue;
    rows.emplace_back(std::string(option.name) + " = " + shown(option, values),
                      printable(arguments.origin(option.name)));
  }
  if (!arguments.has("fail-on")) rows.emplace_back("fail-on = \"error\"", "default");
  std::size_t width = 0;
  for (const auto& [row, origin] : rows) width = std::max(width, row.size());
  for (const auto& [row, origin] : rows) out += fmt::format("{:<{}}  # {}\n", row, width, origin);
  console.write(out);
  console.flush();
  return ExitCode::Success;
}

}  // namespace

Command config_command() {
  Command out = check_command();
  out.name = "config";
  out.summary = "print the settings that are in force, and where each comes from";
  out.description =
      "Settings stand in a file twosource.toml in the folder of the article or above it (or in the "
      "one that --config names). Its keys are the long names of the options; a table named after a "
      "command holds for that command, and [rules] says how loud each rule is. What the command "
      "line says wins.\nShows what `check` would use for ARTICLE, with the same options.";
  out.operands = {"ARTICLE", 0, 1, "an article, or none for the working directory"};
  out.examples = {{"twosource config", "what holds in this folder"},
                  {"twosource config --fail-on warning drafts/story.md",
                   "what a check of that story would use"}};
  out.settings = "check";
  out.run = run_config;
  return out;
}

}  // namespace twosource
