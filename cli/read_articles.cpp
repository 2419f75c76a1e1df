#include "cli/read_articles.h"

#include "core/base/run_ordered.h"

namespace twosource {
namespace {

// What a worker hands to the writer.
struct Worked {
  std::optional<Error> error;
  std::vector<std::string> notes;
  std::string file;
  Outputs::Parts parts;
};

}  // namespace

void remark_unread(Console& console, std::uint64_t failed, std::uint64_t read) {
  if (failed == 0) return;
  console.remark(std::to_string(failed) + " of " + std::to_string(failed + read) +
                 " articles could not be read");
}

ExitCode stream_articles(
    const Arguments& arguments, Console& console, Content content,
    const std::function<std::string(const Renderer&, const Document&)>& render) {
  auto defaults = arguments.article_defaults();
  if (!defaults) return console.error(defaults.error()), ExitCode::Failure;
  auto outputs = Outputs::make(arguments, content, console);
  if (!outputs) return console.error(outputs.error()), ExitCode::Failure;

  ArticleSource source(arguments.operands(), *defaults);
  std::uint64_t failed = 0;
  std::uint64_t read = 0;
  const auto work = [&](Result<Document>&& next, unsigned) {
    Worked out;
    if (!next) {
      out.error = std::move(next.error());
      return out;
    }
    const Document& document = *next;
    out.notes = document.notes;
    out.file = document.file;
    out.parts = outputs->render([&](const Renderer& r) { return render(r, document); });
    return out;
  };
  const auto sink = [&](Worked out) {
    if (out.error) {
      ++failed;
      console.error(*out.error);
      return true;
    }
    ++read;
    for (const std::string& note : out.notes) console.note(out.file + ": " + note);
    return outputs->join(std::move(out.parts));
  };
  if (outputs->open()) {
    run_ordered(
        *arguments.jobs(), [&] { return source.next(); }, work, sink, [&] { outputs->flush(); });
  }
  outputs->close();
  remark_unread(console, failed, read);
  return ExitCode::Success;
}

}  // namespace twosource
