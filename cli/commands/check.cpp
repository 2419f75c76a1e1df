#include "index/checker.h"

#include "cli/commands/commands.h"
#include "cli/database_options.h"
#include "cli/knowledge.h"
#include "cli/outputs.h"
#include "cli/policy_options.h"
#include "cli/progress.h"
#include "cli/read_articles.h"

namespace twosource {
namespace {

// What has been checked so far.
struct Tally {
  std::uint64_t read = 0;
  std::uint64_t failed = 0;
  Level worst = Level::None;
};

ExitCode run_check(const Arguments& arguments, Console& console) {
  const auto database = database_of(arguments);
  if (!database) return console.error(database.error()), ExitCode::Failure;
  const auto defaults = arguments.article_defaults();
  if (!defaults) return console.error(defaults.error()), ExitCode::Failure;
  auto filter = evidence_filter_of(arguments);
  if (!filter) return console.error(filter.error()), ExitCode::Failure;
  auto outputs = Outputs::make(arguments, Content::Report, console);
  if (!outputs) return console.error(outputs.error()), ExitCode::Failure;

  const auto policy = policy_of(arguments);
  if (!policy) return console.error(policy.error()), ExitCode::Failure;
  auto accepted = BaselineWriter::make(arguments);
  if (!accepted) return console.error(accepted.error()), ExitCode::Failure;

  if (policy->baseline) accepted->keep(*policy->baseline);

  const auto knowledge = Knowledge::load();
  if (!knowledge) return console.error(knowledge.error()), ExitCode::Failure;
  CheckOptions options;
  options.concepts = knowledge->concepts();
  options.evidence = *std::move(filter);
  ArticleSource source(arguments.operands(), *defaults);
  Tally tally;
  Progress progress(console, "checking");
  const auto sink = [&](Result<CheckedArticle> next) {
    if (!next) {
      ++tally.failed;
      console.error(next.error());
      return true;
    }
    if (tally.read++ == 0) outputs->open({next->report.corpus});
    const PolicyEffect effect = apply_policy(*policy, next->document, next->report);
    for (const std::string& note : effect.notes) console.remark(note);
    if (accepted->wanted()) accepted->accept(next->report);
    tally.worst = std::max(tally.worst, next->report.worst());
    for (const std::string& note : next->document.notes) {
      console.note(next->document.file + ": " + note);
    }
    outputs->count(next->document, next->report);
    const bool go_on = outputs->join(
        outputs->render([&](const Renderer& r) { return r.report(next->document, next->report); }));
    outputs->flush();
    progress.update(tally.read, source.bytes_read(), source.bytes_total());
    return go_on;
  };
  const auto done = check_articles(source, *database, options, *arguments.jobs(), sink);
  if (!done) return console.error(done.error()), ExitCode::Failure;
  if (tally.read == 0) outputs->open();
  outputs->close();
  remark_unread(console, tally.failed, tally.read);
  if (accepted->wanted()) {
    if (const auto written = accepted->write(); !written) console.error(written.error());
  }
  return exit_code_for(arguments, tally.worst);
}

}  // namespace

Command check_command() {
  return {
      .name = "check",
      .summary = "check articles against a database",
      .description =
          "Says for each checkable statement of an article which other articles say so, which say "
          "otherwise, and how independent they are. The article itself is never evidence.\nAn "
          "ARTICLE is a file, a folder, or - for standard input: plain text, Markdown, HTML, JSON "
          "or JSONL, also compressed with gzip or zstd.",
      .operands = {"ARTICLE", 1, kAnyNumber, "an article: a file, a folder, or -"},
      .options = options::joined(
          {{options::database()},
           options::formats(),
           {options::fail_on()},
           {{.name = "as-of",
             .value = "DATE",
             .help = "as one would have checked on DATE: nothing published later counts"}},
           options::evidence(),
           options::policy(),
           options::article_defaults()}),
      .examples = {{"twosource check --db news.db story.txt", "a report to read"},
                   {"twosource check --db news.db --format json=report.json story.md",
                    "the same for a program, into a file"},
                   {"twosource check --db news.db --fail-on warning drafts/",
                    "every draft of a folder; exit code 1 when something stands against one"}},
      .run = run_check,
      .content = Content::Report,
  };
}

}  // namespace twosource
