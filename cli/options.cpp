// The options that several commands share.
#include "cli/command.h"

namespace twosource::options {

std::vector<Option> shared() {
  return {
      {.name = "jobs",
       .letter = 'j',
       .value = "N",
       .help = "work on N articles at once (default: all cores); never changes what is printed"},
      {.name = "quiet",
       .letter = 'q',
       .help = "no progress, no closing remarks; errors are printed"},
      {.name = "verbose",
       .letter = 'v',
       .help = "also print what was noticed and mended on the way, and all evidence"},
      {.name = "color",
       .value = "WHEN",
       .help = "colours: auto, always or never",
       .choices = {"auto", "always", "never"}},
      {.name = "config",
       .value = "FILE",
       .help = "read settings from FILE, not from the nearest twosource.toml; none: from no file"},
      {.name = "help", .letter = 'h', .help = "print this help"},
  };
}

std::vector<Option> formats() {
  return {
      {.name = "format",
       .letter = 'f',
       .value = "FORMAT[=FILE]",
       .help = "how to write the result, and where to; may be given several times",
       .repeatable = true},
      {.name = "jsonl", .help = "short for --format jsonl"},
  };
}

std::vector<Option> article_defaults() {
  return {
      {.name = "outlet", .value = "NAME", .help = "outlet of articles that do not name theirs"},
      {.name = "language",
       .value = "TAG",
       .help = "language of articles that do not say theirs (default: detected)"},
      {.name = "published",
       .value = "DATE",
       .help = "publication date of articles without one (2024-10-24)"},
  };
}

std::vector<Option> evidence() {
  return {
      {.name = "outlets",
       .value = "NAME",
       .help = "only articles of these outlets count",
       .repeatable = true},
      {.name = "languages",
       .value = "TAG",
       .help = "only articles in these languages count",
       .repeatable = true},
      {.name = "since", .value = "DATE", .help = "only articles published on DATE or later count"},
      {.name = "until",
       .value = "DATE",
       .help = "only articles published on DATE or earlier count"},
  };
}

Option database() {
  return {.name = "db", .value = "DB", .help = "the database (a folder)"};
}

Option fail_on() {
  return {.name = "fail-on",
          .value = "LEVEL",
          .help = "exit with 1 on findings of this level: error, warning, note or never",
          .choices = {"error", "warning", "note", "never"}};
}

std::vector<Option> joined(std::initializer_list<std::vector<Option>> lists) {
  std::vector<Option> out;
  for (const auto& list : lists) out.insert(out.end(), list.begin(), list.end());
  return out;
}

}  // namespace twosource::options
