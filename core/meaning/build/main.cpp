// twosource-lexicon: compiles the dictionaries installed on this machine into a lexicon file.
#include <cstdio>
#include <string>
#include <string_view>

#include "core/meaning/build/compile.h"

namespace {

constexpr const char* kUsage =
    "usage: twosource-lexicon [--dictd FOLDER] [--wordnet FOLDER] --out FILE\n"
    "Compiles the dictionaries that Debian packages (dict-freedict-*, mueller7-dict, "
    "wordnet-base)\n"
    "into FILE, which twosource uses to compare words of different languages.\n";

int usage(const std::string& what) {
  std::fprintf(stderr, "twosource-lexicon: %s\n%s", what.c_str(), kUsage);
  return 2;
}

}  // namespace

int main(int argc, char** argv) {
  twosource::lexicon_build::CompileOptions options;
  for (int i = 1; i < argc; ++i) {
    const std::string_view name = argv[i];
    if (name == "--help" || name == "-h") {
      std::fputs(kUsage, stdout);
      return 0;
    }
    std::string* value = name == "--dictd"     ? &options.dictd
                         : name == "--wordnet" ? &options.wordnet
                         : name == "--out"     ? &options.out
                                               : nullptr;
    if (value == nullptr) return usage("unknown option '" + std::string(name) + "'");
    if (i + 1 == argc) return usage("'" + std::string(name) + "' needs a value");
    *value = argv[++i];
  }
  if (options.out.empty()) return usage("'--out FILE' is missing");
  const auto compiled = twosource::lexicon_build::compile(options);
  if (!compiled) {
    std::fprintf(stderr, "%s\n", twosource::describe(compiled.error()).c_str());
    return 2;
  }
  for (const auto& fault : compiled->faults)
    std::fprintf(stderr, "%s\n", twosource::describe(fault).c_str());
  for (const auto& source : compiled->sources)
    std::fprintf(stdout, "%s %s (%s)\n", source.name.c_str(), source.version.c_str(),
                 source.licence.c_str());
  return compiled->faults.empty() ? 0 : 2;
}
