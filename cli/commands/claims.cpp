#include "cli/commands/commands.h"
#include "cli/knowledge.h"
#include "cli/read_articles.h"
#include "core/claim/extract.h"

namespace twosource {
namespace {

ExitCode run_claims(const Arguments& arguments, Console& console) {
  const auto knowledge = Knowledge::load();
  if (!knowledge) return console.error(knowledge.error()), ExitCode::Failure;
  const Explain explain = arguments.has("explain") ? Explain::Yes : Explain::No;
  return stream_articles(
      arguments, console, Content::Claims, [&](const Renderer& renderer, const Document& document) {
        return renderer.claims(document, read_claims(document, knowledge->tools(), explain));
      });
}

}  // namespace

Command claims_command() {
  return {
      .name = "claims",
      .summary = "list the checkable statements of an article",
      .description =
          "Lists the statements of an article that can be checked: what is counted or measured, "
          "about whom, when, who says so, and how sure. On a terminal it is a worksheet for a "
          "fact-checker.\nAn ARTICLE is a file, a folder, or - for standard input: plain text, "
          "Markdown, HTML, JSON or JSONL, also compressed with gzip or zstd.",
      .operands = {"ARTICLE", 1, kAnyNumber, "an article: a file, a folder, or -"},
      .options = options::joined(
          {options::formats(),
           options::article_defaults(),
           {{.name = "explain",
             .help = "say which rule and words gave each field (terminal and JSON)"}}}),
      .examples = {{"twosource claims story.txt", "a worksheet of the story"},
                   {"twosource claims --jsonl archive/",
                    "one JSON object for each article of a folder"},
                   {"twosource claims --explain story.txt", "with the rule that gave each field"}},
      .run = run_claims,
      .content = Content::Claims,
  };
}

}  // namespace twosource
