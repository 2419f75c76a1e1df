#include "cli/generate.h"

#include "cli/arguments.h"
#include "cli/commands/commands.h"
#include "cli/console.h"
#include "core/base/printable.h"

namespace twosource {
namespace {

ExitCode run_generate(const Arguments& arguments, Console& console) {
  const std::string& what = arguments.operands().front();
  std::string out;
  if (what == "man") out = man_page(commands(), TWOSOURCE_VERSION);
  if (what == "bash") out = bash_completion(commands());
  if (what == "zsh") out = zsh_completion(commands());
  if (what == "fish") out = fish_completion(commands());
  if (out.empty()) {
    console.error({ErrorKind::Usage,
                   "generate makes man, bash, zsh or fish, not \"" + printable(what) + "\""});
    return ExitCode::Failure;
  }
  console.write(out);
  return ExitCode::Success;
}

}  // namespace

Command generate_command() {
  return {
      .name = "generate",
      .summary = "print the man page or the completions of a shell",
      .description =
          "Prints the man page (man) or the completions for bash, zsh or fish, made of "
          "the same tables as this help.",
      .operands = {"man|bash|zsh|fish", 1, 1, "what to print: man, bash, zsh or fish"},
      .options = {},
      .examples = {{"twosource generate bash",
                    "completion for bash; keep it as "
                    "~/.local/share/bash-completion/completions/twosource"},
                   {"twosource generate man", "the man page; keep it as twosource.1"}},
      .run = run_generate,
      .settings = kNoSettings,
  };
}

}  // namespace twosource
