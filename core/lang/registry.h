// Languages: finds the pack of a language. The data is built into the program; a folder given at
// run time may replace or add languages, so that a translator needs no compiler.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "core/lang/language_pack.h"

namespace twosource {

class Languages {
 public:
  // The built-in languages. A pack is loaded when it is first asked for (a few milliseconds) and
  // kept.
  static const Languages& embedded();
  // The same with <folder>/<tag>/*.json before them. All packs of the folder are loaded at once, so
  // that every fault is reported: the error names the first, its message counts the others.
  static Result<std::unique_ptr<Languages>> with_folder(const std::string& folder);

  ~Languages();
  Languages(const Languages&) = delete;
  Languages& operator=(const Languages&) = delete;

  // The pack of "de-CH", else of "de", else the language-neutral pack "und". Thread safe.
  const LanguagePack& find(std::string_view tag) const;
  // The tags that have a folder, sorted, without "und".
  std::vector<std::string> tags() const;
  // Every fault in the data; empty when all is well. Loads everything: for tests and `languages`.
  std::vector<Error> faults() const;

 private:
  struct State;
  explicit Languages(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

}  // namespace twosource
