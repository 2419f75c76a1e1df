#include "cli/commands/commands.h"
#include "cli/database_options.h"
#include "cli/knowledge.h"
#include "cli/outputs.h"
#include "cli/progress.h"
#include "index/discrepancies.h"
#include "index/maintenance.h"

namespace twosource {
namespace {

constexpr unsigned kMostOutlets = 1000;

Result<DiscrepancyOptions> options_of(const Arguments& arguments) {
  auto filter = evidence_filter_of(arguments);
  if (!filter) return filter.error();
  const auto outlets = arguments.count("min-outlets", 1);
  if (!outlets) return outlets.error();
  DiscrepancyOptions options;
  options.filter = *std::move(filter);
  options.min_outlets = std::min(*outlets, kMostOutlets);
  options.jobs = *arguments.jobs();
  return options;
}

ExitCode run_report(const Arguments& arguments, Console& console) {
  const auto database = database_of(arguments);
  if (!database) return console.error(database.error()), ExitCode::Failure;
  auto options = options_of(arguments);
  if (!options) return console.error(options.error()), ExitCode::Failure;
  const auto knowledge = Knowledge::load();
  if (!knowledge) return console.error(knowledge.error()), ExitCode::Failure;
  options->concepts = knowledge->concepts();
  auto outputs = Outputs::make(arguments, Content::Discrepancies, console);
  if (!outputs) return console.error(outputs.error()), ExitCode::Failure;

  // The heading names the corpus before the search has walked it.
  const auto status = read_status(*database);
  if (!status) return console.error(status.error()), ExitCode::Failure;
  console.status_line("comparing " + std::to_string(status->articles) + " articles");
  std::uint64_t groups = 0;
  outputs->open({{status->articles, status->claims}});
  const auto done = find_discrepancies(*database, *options, [&](const Discrepancy& group) {
    ++groups;
    outputs->count(group);
    return outputs->join(outputs->render([&](const Renderer& r) { return r.discrepancy(group); }));
  });
  console.status_line({});
  outputs->close();
  if (!done) return console.error(done.error()), ExitCode::Failure;
  console.remark(std::to_string(done->groups) + " discrepancies among " +
                 std::to_string(done->searched.claims) + " claims of " +
                 std::to_string(done->searched.articles) + " articles");
  return exit_code_for(arguments, groups > 0 ? Level::Error : Level::None);
}

}  // namespace

Command report_command() {
  return {
      .name = "report",
      .summary = "list every discrepancy inside a database",
      .description =
          "Lists the statements that articles of the database tell with values that cannot both be "
          "right, the weightiest first. Figures that grew with time are marked as superseded.",
      .operands = {},
      .options =
          options::joined({{options::database()},
                           options::formats(),
                           {options::fail_on()},
                           {{.name = "min-outlets",
                             .value = "N",
                             .help = "only statements that at least N outlets tell (default: 1)"}},
                           options::evidence()}),
      .examples = {{"twosource report --db news.db", "every discrepancy"},
                   {"twosource report --db news.db --since 2024-10-01 --min-outlets 3 --jsonl",
                    "the recent ones that three outlets or more tell, for a program"}},
      .run = run_report,
      .content = Content::Discrepancies,
  };
}

}  // namespace twosource
