// Outputs: the renderers that --format asks for, each with the file or stream that it writes to. A
// file appears when the run is complete; a run that fails leaves what was there before.
//
//   auto outputs = Outputs::make(arguments, Content::Claims, console);
//   outputs->open(heading);
//   auto parts = outputs->render([&](const Renderer& r) { return r.claims(document, reading); });
//   // any thread outputs->join(std::move(parts)); // in order outputs->close();
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "cli/arguments.h"
#include "cli/atomic_file.h"
#include "cli/console.h"
#include "reports/renderer.h"

namespace twosource {

class Outputs {
 public:
  // Errors: Usage (unknown format, two formats for standard output or for one file), Unreadable (a
  // file that cannot be written).
  static Result<Outputs> make(const Arguments& arguments, Content content, Console& console);

  using Parts = std::vector<std::string>;  // one for each renderer
  Parts render(const std::function<std::string(const Renderer&)>& item) const;

  // False when standard output was the only output and nobody reads it any more.
  bool open(const Heading& heading = {});
  // Tells the renderers what they are about to join.
  template <typename... Item>
  void count(const Item&... item) {
    for (Target& target : targets_) target.renderer->count(item...);
  }
  bool join(Parts parts);
  // Writes the rest and puts the files in their places; what cannot be written is an error on the
  // console.
  void close();
  // Hands what was written so far to the reader.
  void flush();

 private:
  struct Target {
    std::unique_ptr<Renderer> renderer;
    std::string path;  // empty: standard output
    std::optional<AtomicFile> file;
  };

  explicit Outputs(Console& console) : console_(&console) {}
  bool write(Target& target, std::string_view bytes);
  void fail(Target& target);

  Console* console_;
  std::vector<Target> targets_;
};

}  // namespace twosource
