#include "index/indexer.h"

#include "cli/commands/commands.h"
#include "cli/database_options.h"
#include "cli/knowledge.h"
#include "cli/progress.h"
#include "cli/read_articles.h"

namespace twosource {
namespace {

ExitCode run_index(const Arguments& arguments, Console& console) {
  const auto database = database_of(arguments);
  if (!database) return console.error(database.error()), ExitCode::Failure;
  const auto defaults = arguments.article_defaults();
  if (!defaults) return console.error(defaults.error()), ExitCode::Failure;

  const auto knowledge = Knowledge::load();
  if (!knowledge) return console.error(knowledge.error()), ExitCode::Failure;
  IndexOptions options;
  options.concepts = knowledge->concepts();
  options.jobs = *arguments.jobs();
  ArticleSource source(arguments.operands(), *defaults);
  Result<IndexSummary> summary = [&] {
    Progress progress(console, "indexing");
    return index_articles(
        source, *database, options,
        [&](const IndexProgress& at) {
          progress.update(at.articles, at.bytes_read, at.bytes_total);
        },
        [&](const Error& error) { console.error(error); });
  }();
  if (!summary) return console.error(summary.error()), ExitCode::Failure;
  const IndexSummary& done = *summary;
  console.remark(std::to_string(done.added) + " articles added, " + std::to_string(done.updated) +
                 " updated, " + std::to_string(done.unchanged) + " unchanged; " +
                 std::to_string(done.claims) + " claims");
  remark_unread(console, done.failed, done.added + done.updated + done.unchanged);
  return ExitCode::Success;
}

}  // namespace

Command index_command() {
  return {
      .name = "index",
      .summary = "add articles to a database, or update them",
      .description =
          "Reads articles and keeps them, with their claims, in the database, which is made when "
          "it is not there. An article that is known by its id is updated; one that has not "
          "changed "
          "is skipped, so a run that was interrupted can simply be repeated.\nA PATH is a file, a "
          "folder, or - for standard input: plain text, Markdown, HTML, JSON or JSONL, also "
          "compressed with gzip or zstd.",
      .operands = {"PATH", 1, kAnyNumber, "something to read: a file, a folder, or -"},
      .options = options::joined({{options::database()}, options::article_defaults()}),
      .examples = {{"twosource index --db news.db archive/", "every article of a folder"},
                   {"zcat dump.jsonl.gz | twosource index --db news.db -",
                    "records from another program, one JSON object a line"}},
      .run = run_index,
  };
}

}  // namespace twosource
