// The demo runs the program's own commands on a corpus that is installed with it, each shown as one
// would type it.
#include <fmt/format.h>

#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <filesystem>

#include "cli/arguments.h"
#include "cli/commands/commands.h"
#include "cli/console.h"
#include "cli/installed.h"
#include "core/base/printable.h"

namespace twosource {
namespace {

namespace fs = std::filesystem;

// The folder named by the user, made when it is missing, or a fresh one for temporary files.
Result<std::string> working_folder(const Arguments& arguments) {
  std::error_code failed;
  if (!arguments.operands().empty()) {
    const fs::path folder = arguments.operands().front();
    fs::create_directories(folder, failed);
    if (!failed && fs::is_directory(folder, failed)) return fs::absolute(folder).string();
    return Error{ErrorKind::Unreadable, "cannot be made: " + failed.message(), folder.string()};
  }
  const fs::path parent = fs::temp_directory_path(failed);
  std::string folder = (failed ? fs::path("/tmp") : parent) / "twosource-demo-XXXXXX";
  if (mkdtemp(folder.data()) != nullptr) return folder;
  return Error{ErrorKind::Unreadable, std::string("cannot be made: ") + std::strerror(errno),
               folder};
}

// For a shell; plain names as they are.
std::string shell_word(const std::string& word) {
  constexpr std::string_view kPlain =
      "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-./=:,+";
  if (word.find_first_not_of(kPlain) == std::string::npos) return word;
  std::string out = "'";
  for (const char c : word) out += c == '\'' ? std::string("'\\''") : std::string(1, c);
  return out + "'";
}

class Demo {
 public:
  Demo(Console& console, std::string corpus, std::string folder, std::string jobs)
      : console_(console),
        corpus_(std::move(corpus)),
        folder_(std::move(folder)),
        jobs_(std::move(jobs)) {}

  // Findings are what the sample is for; only errors make the demo fail.
  ExitCode run() {
    const std::string database = folder_ + "/demo.db";
    const std::string page = folder_ + "/sample.html";
    const std::string corpus_page = folder_ + "/corpus.html";
    const bool done =
        step("An archive: articles of invented outlets, in several languages, about one treaty",
             index_command(), {"--db", database, corpus_ + "/articles"}) &&
        step("A story that has errors on purpose, checked against it", check_command(),
             {"--db", database, "--format", "terminal", "--format", "html=" + page,
              corpus_ + "/sample.txt"}) &&
        step("Everything that the outlets of the archive disagree about, as a page",
             report_command(), {"--db", database, "--format", "html=" + corpus_page});
    if (!done) return console_.errors() == 0 ? ExitCode::Success : ExitCode::Failure;
    say("\n== The same as pages for the browser\n");
    say(fmt::format("   the story:    {}\n   the archive:  {}\n", printable(page),
                    printable(corpus_page)));
    say("\n== Now yours\n"
        "   twosource index --db news.db ARCHIVE/      a folder of articles\n"
        "   twosource check --db news.db STORY.txt     a story against them\n");
    return ExitCode::Success;
  }

 private:
  void say(std::string_view text) { console_.write(text); }

  // False when the rest makes no sense: an error, or nobody reads on.
  bool step(std::string_view title, const Command& command, std::vector<std::string> words) {
    std::string line = "$ twosource " + std::string(command.name);
    for (const std::string& word : words) line += " " + shell_word(word);
    say(fmt::format("{}== {}\n{}\n", first_ ? "" : "\n", title, printable(line)));
    console_.flush();
    first_ = false;
    if (!jobs_.empty()) words.insert(words.end(), {"--jobs", jobs_});
    const auto arguments = Arguments::parse(command, words);
    if (!arguments) return console_.error(arguments.error()), false;
    return command.run(*arguments, console_) != ExitCode::Failure && console_.errors() == 0 &&
           !console_.output_closed();
  }

  Console& console_;
  std::string corpus_;
  std::string folder_;
  std::string jobs_;
  bool first_ = true;
};

ExitCode run_demo(const Arguments& arguments, Console& console) {
  const auto corpus = installed_path("demo");
  if (!corpus) {
    console.error({ErrorKind::NotFound,
                   "the demo's articles are not installed (share/twosource/demo beside bin/)"});
    return ExitCode::Failure;
  }
  auto folder = working_folder(arguments);
  if (!folder) return console.error(folder.error()), ExitCode::Failure;
  return Demo(console, *corpus, *std::move(folder), arguments.text("jobs")).run();
}

}  // namespace

Command demo_command() {
  return {
      .name = "demo",
      .summary = "see it work on a corpus that comes with it",
      .description =
          "Indexes a small archive of invented outlets, checks a story that has errors on purpose, "
          "and writes both reports as pages for the browser. Shows each command as one would type "
          "it. Everything goes into FOLDER, or into a new folder for temporary files.",
      .operands = {"FOLDER", 0, 1, "a folder for the database and the pages"},
      .options = {},
      .examples = {{"twosource demo", "the whole tour in a few seconds"},
                   {"twosource demo tour", "the same; what it made stays in the folder tour"}},
      .run = run_demo,
      .settings = kNoSettings,
  };
}

}  // namespace twosource
