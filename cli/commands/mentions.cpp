#include "cli/commands/commands.h"
#include "cli/knowledge.h"
#include "cli/read_articles.h"
#include "core/claim/extract.h"

namespace twosource {
namespace {

ExitCode run_mentions(const Arguments& arguments, Console& console) {
  const auto knowledge = Knowledge::load();
  if (!knowledge) return console.error(knowledge.error()), ExitCode::Failure;
  return stream_articles(arguments, console, Content::Mentions,
                         [&](const Renderer& renderer, const Document& document) {
                           return renderer.mentions(document,
                                                    read_mentions(document, knowledge->tools()));
                         });
}

}  // namespace

Command mentions_command() {
  return {
      .name = "mentions",
      .summary = "list the numbers, amounts, dates and names of an article",
      .description =
          "Lists every number, amount, date and name that an article mentions, each in a normal "
          "form: value, unit, hedge and written precision, days for dates.\nAn ARTICLE is a file, "
          "a folder, or - for standard input: plain text, Markdown, HTML, JSON or JSONL, also "
          "compressed with gzip or zstd.",
      .operands = {"ARTICLE", 1, kAnyNumber, "an article: a file, a folder, or -"},
      .options = options::joined({options::formats(), options::article_defaults()}),
      .examples = {{"twosource mentions story.txt", "a table of what the story mentions"},
                   {"twosource mentions --published 2024-10-24 --jsonl archive.jsonl.zst",
                    "one JSON object an article, as soon as it is read"}},
      .run = run_mentions,
      .content = Content::Mentions,
  };
}

}  // namespace twosource
