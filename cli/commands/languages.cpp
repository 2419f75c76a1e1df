#include <fmt/format.h>

#include "cli/arguments.h"
#include "cli/commands/commands.h"
#include "cli/console.h"
#include "cli/language_grid.h"

namespace twosource {
namespace {

ExitCode run_languages(const Arguments&, Console& console) {
  const Languages& languages = Languages::embedded();
  for (const Error& fault : languages.faults()) console.error(fault);
  console.write(language_grid(languages));
  return ExitCode::Success;
}

}  // namespace

Command languages_command() {
  return {
      .name = "languages",
      .summary = "show what is supported: languages by dimensions",
      .description =
          "Prints a table of dimensions by languages. A number says how many examples of the "
          "language's data the engines read as they should; a point says that there is data "
          "without examples, a dash that there is none.",
      .operands = {},
      .options = {},
      .examples = {{"twosource languages", "the table"}},
      .run = run_languages,
      .settings = kNoSettings,
  };
}

}  // namespace twosource
