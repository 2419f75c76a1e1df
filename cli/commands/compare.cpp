#include <cerrno>
#include <cstring>
#include <fstream>
#include <iostream>

#include "cli/commands/commands.h"
#include "cli/console.h"
#include "cli/knowledge.h"
#include "cli/outputs.h"
#include "cli/text_pairs.h"
#include "core/base/run_ordered.h"
#include "core/claim/extract.h"
#include "core/compare/compare_texts.h"
#include "core/document/reader.h"

namespace twosource {
namespace {

Comparison compare(const Document& a, const Document& b, const ReadingTools& tools) {
  const Reading reading_a = read_claims(a, tools);
  const Reading reading_b = read_claims(b, tools);
  return compare_documents({a, reading_a}, {b, reading_b}, tools);
}

// The first article of a file.
Result<Document> article_of(const std::string& path, const ArticleDefaults& defaults) {
  ArticleSource source({path}, defaults);
  auto next = source.next();
  if (!next) return Error{ErrorKind::BadInput, "holds no article", path};
  return *std::move(next);
}

ExitCode compare_files(const Arguments& arguments, Console& console, Outputs& outputs,
                       const ReadingTools& tools) {
  const auto defaults = arguments.article_defaults();
  if (!defaults) return console.error(defaults.error()), ExitCode::Failure;
  if (arguments.operands().size() != 2) {
    console.error({ErrorKind::Usage, "compare takes two articles: A B (or --jsonl [FILE])"});
    return ExitCode::Failure;
  }
  const auto a = article_of(arguments.operands()[0], *defaults);
  const auto b = article_of(arguments.operands()[1], *defaults);
  if (!a) console.error(a.error());
  if (!b) console.error(b.error());
  if (!a || !b) return ExitCode::Failure;
  const Comparison comparison = compare(*a, *b, tools);
  outputs.open();
  outputs.join(outputs.render([&](const Renderer& r) { return r.comparison(comparison); }));
  outputs.close();
  return ExitCode::Success;
}

struct Line {
  std::string text;
  std::uint64_t number = 0;
};

struct Compared {
  std::optional<Error> error;
  Outputs::Parts parts;
};

std::optional<Line> next_line(std::istream& in, std::uint64_t& number) {
  Line line;
  while (std::getline(in, line.text)) {
    line.number = ++number;
    if (number == 1 && line.text.starts_with("\xEF\xBB\xBF")) line.text.erase(0, 3);
    if (line.text.find_first_not_of(" \t\r") != std::string::npos) return line;
  }
  return std::nullopt;
}

ExitCode compare_records(const Arguments& arguments, Console& console, Outputs& outputs,
                         const ReadingTools& tools) {
  const auto& operands = arguments.operands();
  if (operands.size() > 1) {
    console.error({ErrorKind::Usage, "--jsonl takes one file of records, or - for standard input"});
    return ExitCode::Failure;
  }
  const std::string path = operands.empty() ? "-" : operands[0];
  std::ifstream file;
  if (path != "-") {
    file.open(path, std::ios::binary);
    if (!file) {
      console.error({ErrorKind::NotFound, std::strerror(errno), path});
      return ExitCode::Failure;
    }
  }
  std::istream& in = path == "-" ? std::cin : file;
  std::uint64_t number = 0;
  const auto work = [&](Line line, unsigned) {
    Compared out;
    const auto pair = parse_text_pair(line.text, path, line.number);
    if (!pair) {
      out.error = pair.error();
      return out;
    }
    Comparison comparison =
        compare(plain_document(pair->a, pair->language_a, pair->published),
                plain_document(pair->b, pair->language_b, pair->published), tools);
    comparison.id = pair->id;
    out.parts = outputs.render([&](const Renderer& r) { return r.comparison(comparison); });
    return out;
  };
  const auto sink = [&](Compared out) {
    if (!out.error) return outputs.join(std::move(out.parts));
    console.error(*out.error);
    return true;
  };
  outputs.open();
  run_ordered(
      *arguments.jobs(), [&] { return next_line(in, number); }, work, sink,
      [&] { outputs.flush(); });
  outputs.close();
  return ExitCode::Success;
}

ExitCode run_compare(const Arguments& arguments, Console& console) {
  auto outputs = Outputs::make(arguments, Content::Comparison, console);
  if (!outputs) return console.error(outputs.error()), ExitCode::Failure;
  const auto knowledge = Knowledge::load();
  if (!knowledge) return console.error(knowledge.error()), ExitCode::Failure;
  const ReadingTools tools = knowledge->tools();
  return arguments.has("jsonl") ? compare_records(arguments, console, *outputs, tools)
                                : compare_files(arguments, console, *outputs, tools);
}

}  // namespace

Command compare_command() {
  return {
      .name = "compare",
      .summary = "hold two texts against each other",
      .description =
          "Compares the statements of B with those of A, without a database: B is what is to be "
          "checked, A the source. With --jsonl it reads records {\"id\", \"a\", \"b\", "
          "\"language\", \"language_b\", \"published\"} from FILE (default: standard input), one a "
          "line, and answers with one object a line.",
      .operands = {"ARTICLE", 0, 2, "two articles, A and B, or with --jsonl one file of records"},
      .options = options::joined({options::formats(), options::article_defaults()}),
      .examples = {{"twosource compare source.txt story.txt", "does the source support the story?"},
                   {"twosource compare --jsonl pairs.jsonl", "many pairs of texts"}},
      .run = run_compare,
      .content = Content::Comparison,
  };
}

}  // namespace twosource
