#include <fmt/format.h>

#include "cli/arguments.h"
#include "cli/commands/commands.h"
#include "cli/console.h"
#include "cli/database_options.h"
#include "cli/knowledge.h"
#include "core/base/printable.h"
#include "index/maintenance.h"

namespace twosource {
namespace {

std::string counts(std::string_view title,
                   const std::vector<std::pair<std::string, std::uint64_t>>& rows) {
  std::string out = fmt::format("{}\n", title);
  for (const auto& [name, number] : rows) {
    out += fmt::format("{:>10}  {}\n", number, name.empty() ? "(unknown)" : printable(name));
  }
  return out;
}

std::string text_of(const StoreStatus& status) {
  std::string out = fmt::format("{} articles, {} claims\n", status.articles, status.claims);
  if (status.earliest && status.latest) {
    out += fmt::format("published {} to {}\n", to_iso(*status.earliest), to_iso(*status.latest));
  }
  out += fmt::format("format {}\n", printable(status.format_version));
  if (!status.by_outlet.empty()) out += "\n" + counts("outlets", status.by_outlet);
  if (!status.by_language.empty()) out += "\n" + counts("languages", status.by_language);
  return out;
}

// Which dictionaries bring words of different languages together.
std::string dictionaries_of(const Knowledge& knowledge) {
  if (knowledge.lexicon() == nullptr) {
    return "\nno dictionaries: words of different languages meet by names, numbers and dates "
           "alone\n";
  }
  std::string out = "\ndictionaries\n";
  for (const LexiconSource& source : knowledge.lexicon()->sources()) {
    out += fmt::format("  {} {} ({})\n", printable(source.name), printable(source.version),
                       printable(source.licence));
  }
  return out;
}

// Faults are errors, each named.
void verify(const std::string& database, Console& console) {
  const auto verified = verify_database(database);
  if (!verified) return console.error(verified.error());
  for (const std::string& fault : verified->faults) {
    console.error({ErrorKind::Database, fault, database});
  }
  if (verified->faults.empty()) {
    console.write(fmt::format("\nverified: {} articles and {} claims are sound\n",
                              verified->articles, verified->claims));
  }
}

ExitCode run_status(const Arguments& arguments, Console& console) {
  const auto database = database_of(arguments);
  if (!database) return console.error(database.error()), ExitCode::Failure;
  const auto status = read_status(*database);
  if (!status) return console.error(status.error()), ExitCode::Failure;
  const auto knowledge = Knowledge::load();
  if (!knowledge) return console.error(knowledge.error()), ExitCode::Failure;
  console.write(text_of(*status));
  console.write(dictionaries_of(*knowledge));
  if (arguments.has("verify")) verify(*database, console);
  return ExitCode::Success;
}

}  // namespace

Command status_command() {
  return {
      .name = "status",
      .summary = "count what a database holds; verify it",
      .description =
          "Prints how many articles and claims a database holds, by outlet and language, and from "
          "when they are.",
      .operands = {},
      .options = {options::database(),
                  {.name = "verify", .help = "read everything back and check that it is sound"}},
      .examples = {{"twosource status --db news.db", "the counts"},
                   {"twosource status --db news.db --verify",
                    "the counts, and exit code 2 when something is damaged"}},
      .run = run_status,
  };
}

}  // namespace twosource
