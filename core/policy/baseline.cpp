#include "core/policy/baseline.h"

#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>

#include "core/lang/strict_json.h"

namespace twosource {
namespace {

constexpr std::string_view kSchema = "twosource.baseline/1";

BaselineEntry read_entry(JsonReader& json, const JsonNode& row) {
  json.only(row, {"fingerprint", "rule", "text", "reason", "expires"});
  BaselineEntry out;
  out.fingerprint = json.text(row, "fingerprint");
  out.rule = json.text(row, "rule", false);
  out.text = json.text(row, "text", false);
  out.reason = json.text(row, "reason");
  if (row.is(JsonNode::Kind::Object) && out.reason.empty())
    json.fail(row, "an accepted finding needs a reason");
  if (const std::string day = json.text(row, "expires", false); !day.empty()) {
    const auto moment = parse_iso(day);
    if (moment) {
      out.expires = moment->day;
    } else {
      json.fail(row, "\"expires\" is a day like 2025-03-31");
    }
  }
  return out;
}

}  // namespace

Result<Baseline> Baseline::parse(std::string_view bytes, const std::string& file) {
  JsonReader json(file);
  Baseline out;
  const auto root = json.parse(bytes);
  if (root) {
    json.only(*root, {"schema", "findings"});
    const std::string schema = json.text(*root, "schema");
    if (!schema.empty() && schema != kSchema)
      json.fail(*root,
                "this is no baseline of twosource: its schema is not " + std::string(kSchema));
    for (const JsonNode& row : json.list(*root, "findings", true)) out.add(read_entry(json, row));
  }
  if (json.errors().empty()) return out;
  Error error = json.errors().front();
  if (json.errors().size() > 1)
    error.message += " (and " + std::to_string(json.errors().size() - 1) + " more)";
  return error;
}

Result<Baseline> Baseline::load(const std::string& file) {
  std::ifstream in(file, std::ios::binary);
  if (!in) {
    Error error{ErrorKind::NotFound, "there is no such baseline; write one with --write-baseline"};
    error.file = file;
    return error;
  }
  const std::string bytes{std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
  return parse(bytes, file);
}

const BaselineEntry* Baseline::find(std::string_view fingerprint) const {
  const auto at = entries_.find(fingerprint);
  return at == entries_.end() ? nullptr : &at->second;
}

void Baseline::add(BaselineEntry entry) {
  std::string key = entry.fingerprint;
  entries_.insert_or_assign(std::move(key), std::move(entry));
}

std::string Baseline::to_json() const {
  nlohmann::ordered_json rows = nlohmann::ordered_json::array();
  for (const auto& [fingerprint, entry] : entries_) {
    nlohmann::ordered_json row{{"fingerprint", fingerprint},
                               {"rule", entry.rule},
                               {"text", entry.text},
                               {"reason", entry.reason}};
    if (entry.expires) row["expires"] = to_iso(*entry.expires);
    rows.push_back(std::move(row));
  }
  const nlohmann::ordered_json root{{"schema", kSchema}, {"findings", std::move(rows)}};
  return root.dump(2, ' ', false, nlohmann::ordered_json::error_handler_t::replace) + "\n";
}

}  // namespace twosource
