#include "cli/outputs.h"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <filesystem>

#include "core/base/printable.h"
#include "reports/registry.h"

namespace twosource {
namespace {

struct Wanted {
  std::string format;
  std::string path;  // empty: standard output
};

std::vector<Wanted> wanted_formats(const Arguments& arguments, const Console& console) {
  std::vector<Wanted> out;
  for (const std::string& given : arguments.list("format")) {
    const std::size_t equals = given.find('=');
    if (equals == std::string::npos) {
      out.push_back({given, {}});
    } else {
      const std::string path = given.substr(equals + 1);
      out.push_back({given.substr(0, equals), path == "-" ? std::string() : path});
    }
  }
  if (arguments.has("jsonl")) out.push_back({"jsonl", {}});
  if (out.empty()) out.push_back({console.output_is_terminal() ? "terminal" : "markdown", {}});
  return out;
}

// The operand that is the file `path`, under whatever name; empty when none is.
std::string input_written(const Arguments& arguments, const std::string& path) {
  for (const std::string& operand : arguments.operands()) {
    std::error_code failed;
    if (std::filesystem::is_regular_file(operand, failed) &&
        std::filesystem::equivalent(operand, path, failed) && !failed) {
      return operand;
    }
  }
  return {};
}

// What makes the run fail; None for --fail-on never.
Level fail_on_of(const Arguments& arguments) {
  const std::string given = arguments.text("fail-on");
  return given == "never" ? Level::None : level_named(given).value_or(Level::Error);
}

}  // namespace

Result<Outputs> Outputs::make(const Arguments& arguments, Content content, Console& console) {
  Outputs out(console);
  unsigned to_stdout = 0;
  for (const Wanted& wanted : wanted_formats(arguments, console)) {
    RenderOptions options;
    options.version = TWOSOURCE_VERSION;
    options.color = wanted.path.empty() && console.colored_output();
    options.hyperlinks = wanted.path.empty() && console.links_output();
    options.width = console.width();
    options.full = console.verbose();
    options.fail_on = fail_on_of(arguments);
    options.has_baseline = arguments.has("baseline");
    auto renderer = make_renderer(wanted.format, content, options);
    if (!renderer) return renderer.error();
    Target target{std::move(*renderer), wanted.path, std::nullopt};
    if (wanted.path.empty()) {
      if (++to_stdout > 1) {
        return Error{ErrorKind::Usage,
                     "two formats cannot share standard output; give one a file: --format " +
                         wanted.format + "=FILE"};
      }
    } else {
      const bool taken =
          std::any_of(out.targets_.begin(), out.targets_.end(),
                      [&](const Target& other) { return other.path == wanted.path; });
      if (taken) {
        return Error{ErrorKind::Usage,
                     "two formats cannot share a file: " + printable(wanted.path)};
      }
      if (const std::string input = input_written(arguments, wanted.path); !input.empty()) {
        return Error{ErrorKind::Usage,
                     "the result would take the place of what is read: " + printable(input)};
      }
      auto file = AtomicFile::create(wanted.path);
      if (!file) return file.error();
      target.file = std::move(*file);
    }
    out.targets_.push_back(std::move(target));
  }
  return out;
}

Outputs::Parts Outputs::render(const std::function<std::string(const Renderer&)>& item) const {
  Parts parts;
  parts.reserve(targets_.size());
  for (const Target& target : targets_) parts.push_back(item(*target.renderer));
  return parts;
}

void Outputs::fail(Target& target) {
  console_->error({ErrorKind::Unreadable, std::string("cannot be written: ") + std::strerror(errno),
                   target.path});
  target.file.reset();
}

bool Outputs::write(Target& target, std::string_view bytes) {
  if (target.path.empty()) return console_->write(bytes);
  if (!target.file) return false;
  if (!target.file->write(bytes)) fail(target);
  return target.file.has_value();
}

bool Outputs::open(const Heading& heading) {
  bool any = false;
  for (Target& target : targets_) any |= write(target, target.renderer->open(heading));
  return any;
}

bool Outputs::join(Parts parts) {
  bool any = false;
  for (std::size_t i = 0; i < targets_.size(); ++i) {
    any |= write(targets_[i], targets_[i].renderer->join(std::move(parts[i])));
  }
  return any;
}

void Outputs::close() {
  for (Target& target : targets_) {
    write(target, target.renderer->close());
    if (target.file && !target.file->commit()) fail(target);
    target.file.reset();
  }
  console_->flush();
}

void Outputs::flush() {
  console_->flush();
}

}  // namespace twosource
