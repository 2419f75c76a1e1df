#include "cli/policy_options.h"

#include <charconv>
#include <chrono>
#include <fstream>
#include <iostream>
#include <iterator>

#include "cli/atomic_file.h"
#include "core/base/printable.h"
#include "core/compare/rules.h"

namespace twosource {
namespace options {

std::vector<Option> policy() {
  return {
      {.name = "rule",
       .value = "RULE=LEVEL",
       .help = "how loud a rule is: error, warning, note or off",
       .repeatable = true},
      {.name = "min-confidence",
       .value = "NUMBER",
       .help = "findings less sure than this (0 to 1) are notes"},
      {.name = "ignore-zone",
       .value = "ZONE",
       .help = "leave out statements in headline, lead, body, caption, quote, list or table",
       .repeatable = true},
      {.name = "trust",
       .value = "OUTLET",
       .help = "only evidence of these outlets makes an error; that of others a warning",
       .repeatable = true},
      {.name = "baseline",
       .value = "FILE",
       .help = "findings accepted in FILE do not count until they expire"},
      {.name = "write-baseline",
       .value = "FILE",
       .help = "accept all findings of this run into FILE (needs --reason)"},
      {.name = "reason", .value = "TEXT", .help = "why --write-baseline accepts them"},
      {.name = "expires", .value = "DATE", .help = "the last day on which they are accepted"},
      {.name = "changed-lines",
       .value = "DIFF",
       .help = "only statements on lines that this unified diff adds; - for standard input"},
  };
}

}  // namespace options

namespace {

Error usage(std::string message) {
  return Error{ErrorKind::Usage, std::move(message)};
}

Result<void> add_rule(const std::string& given, Policy& policy) {
  const std::size_t equals = given.find('=');
  if (equals == std::string::npos) {
    return usage("--rule is RULE=LEVEL, as in quote-changed=off, not \"" + printable(given) + "\"");
  }
  const std::string rule = given.substr(0, equals);
  const std::string level = given.substr(equals + 1);
  if (!rule_named(rule)) {
    std::vector<std::string_view> names;
    for (const RuleInfo& info : all_rules()) names.push_back(info.id);
    const std::string_view best = closest(rule, names);
    return usage("there is no rule \"" + printable(rule) + "\"" +
                 (best.empty() ? std::string() : "; did you mean " + std::string(best) + "?"));
  }
  const auto known = level == "off" ? Level::None : level_named(level);
  if (!known) {
    return usage("the level of a rule is error, warning, note or off, not \"" + printable(level) +
                 "\"");
  }
  policy.rules[rule] = *known;
  return {};
}

Result<double> confidence_of(const std::string& given) {
  if (given.empty()) return 0.0;
  double value = 0;
  const char* const end = given.data() + given.size();
  const auto parsed = std::from_chars(given.data(), end, value);
  if (parsed.ec == std::errc() && parsed.ptr == end && value >= 0 && value <= 1) return value;
  return usage("--min-confidence is a number from 0 to 1, not \"" + printable(given) + "\"");
}

Result<ChangedLines> changed_lines(const std::string& path) {
  std::ifstream file;
  if (path != "-") {
    file.open(path, std::ios::binary);
    if (!file) return Error{ErrorKind::NotFound, "the diff cannot be read", path};
  }
  std::istream& in = path == "-" ? std::cin : file;
  const std::string diff{std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
  return ChangedLines::parse(diff, path);
}

// "--as-of" also says which day it is.
Result<Day> today(const Arguments& arguments) {
  const auto as_of = arguments.date("as-of");
  if (!as_of) return as_of.error();
  if (*as_of) return (*as_of)->day;
  return std::chrono::floor<std::chrono::days>(std::chrono::system_clock::now());
}

}  // namespace

Result<Policy> policy_of(const Arguments& arguments) {
  Policy out;
  for (const std::string& rule : arguments.list("rule")) {
    if (const auto added = add_rule(rule, out); !added) return added.error();
  }
  const auto confidence = confidence_of(arguments.text("min-confidence"));
  if (!confidence) return confidence.error();
  out.min_confidence = *confidence;
  for (const std::string& name : arguments.list("ignore-zone")) {
    const auto zone = zone_named(name);
    if (!zone) return usage("there is no zone \"" + printable(name) + "\"; see --help");
    out.ignored_zones.push_back(*zone);
  }
  out.trusted_outlets = arguments.list("trust");
  if (arguments.has("baseline")) {
    auto baseline = Baseline::load(arguments.text("baseline"));
    if (!baseline) return baseline.error();
    out.baseline = *std::move(baseline);
  }
  if (arguments.has("changed-lines")) {
    auto changed = changed_lines(arguments.text("changed-lines"));
    if (!changed) return changed.error();
    out.changed = *std::move(changed);
  }
  const auto day = today(arguments);
  if (!day) return day.error();
  out.today = *day;
  return out;
}

Result<BaselineWriter> BaselineWriter::make(const Arguments& arguments) {
  BaselineWriter out;
  out.path_ = arguments.text("write-baseline");
  out.reason_ = arguments.text("reason");
  if (out.wanted() && out.reason_.empty())
    return usage("--write-baseline needs --reason: why is this accepted?");
  if (!out.wanted() && (arguments.has("reason") || arguments.has("expires")))
    return usage("--reason and --expires belong to --write-baseline");
  const auto expires = arguments.date("expires");
  if (!expires) return expires.error();
  if (*expires) out.expires_ = (*expires)->day;
  return out;
}

void BaselineWriter::keep(const Baseline& before) {
  baseline_ = before;
}

void BaselineWriter::accept(Report& report) {
  for (Finding& finding : report.findings) {
    if (finding.level == Level::None) continue;
    baseline_.add({finding.fingerprint, finding.rule, finding.claim.text, reason_, expires_});
    finding.suppression = Suppression{Suppression::Kind::Baseline, reason_, expires_};
    finding.level = Level::None;
  }
}

Result<void> BaselineWriter::write() const {
  auto file = AtomicFile::create(path_);
  if (!file) return file.error();
  if (!file->write(baseline_.to_json()) || !file->commit())
    return Error{ErrorKind::Unreadable, "the baseline cannot be written", path_};
  return {};
}

}  // namespace twosource
