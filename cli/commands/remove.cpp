#include "cli/arguments.h"
#include "cli/commands/commands.h"
#include "cli/console.h"
#include "cli/database_options.h"
#include "index/maintenance.h"

namespace twosource {
namespace {

ExitCode run_remove(const Arguments& arguments, Console& console) {
  const auto database = database_of(arguments);
  if (!database) return console.error(database.error()), ExitCode::Failure;
  const auto done = remove_articles(*database, arguments.operands());
  if (!done) return console.error(done.error()), ExitCode::Failure;
  for (const std::string& id : done->missing) {
    console.error({ErrorKind::NotFound, "the database holds no article \"" + id + "\"", *database});
  }
  console.remark(std::to_string(done->removed) + " articles removed");
  return ExitCode::Success;
}

}  // namespace

Command remove_command() {
  return {
      .name = "remove",
      .summary = "take articles out of a database",
      .description = "Takes articles with their claims out of a database, by id.",
      .operands = {"ID", 1, kAnyNumber, "the id of an article"},
      .options = {options::database()},
      .examples = {{"twosource remove --db news.db dpa-1 dpa-2", "two articles"}},
      .run = run_remove,
  };
}

}  // namespace twosource
