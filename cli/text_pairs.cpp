#include "cli/text_pairs.h"

#include <nlohmann/json.hpp>

#include "core/text/language_detect.h"
#include "core/text/utf8.h"

namespace twosource {
namespace {

using Json = nlohmann::json;

// The text of a member: empty when it is not there or null, nullopt when it is something else.
std::optional<std::string> text_member(const Json& record, const char* name) {
  const auto it = record.find(name);
  if (it == record.end() || it->is_null()) return std::string();
  if (!it->is_string()) return std::nullopt;
  return it->get<std::string>();
}

}  // namespace

Result<TextPair> parse_text_pair(std::string_view json, const std::string& file,
                                 std::uint64_t line) {
  const auto bad = [&](std::string message) {
    return Error{ErrorKind::BadInput, std::move(message), file, line};
  };
  if (first_invalid(json)) return bad("the record is not UTF-8");
  const Json record = Json::parse(json, nullptr, /*allow_exceptions=*/false);
  if (record.is_discarded()) return bad("the record is not JSON");
  if (!record.is_object()) return bad("the record is not a JSON object");
  TextPair pair;
  std::string published;
  const std::pair<const char*, std::string*> members[] = {{"id", &pair.id},
                                                          {"a", &pair.a},
                                                          {"b", &pair.b},
                                                          {"language", &pair.language_a},
                                                          {"language_b", &pair.language_b},
                                                          {"published", &published}};
  for (const auto& [name, target] : members) {
    auto text = text_member(record, name);
    if (!text) return bad(std::string("\"") + name + "\" is not a string");
    *target = *std::move(text);
  }
  if (!record.contains("a") || !record.contains("b")) {
    return bad("the record needs two texts, \"a\" and \"b\"");
  }
  if (!published.empty()) {
    pair.published = parse_iso(published);
    if (!pair.published) return bad("\"published\" is not a date like 2024-10-24");
  }
  if (pair.id.empty()) pair.id = std::to_string(line);
  if (pair.language_b.empty()) pair.language_b = pair.language_a;
  if (pair.language_a.empty()) pair.language_a = detect_language(pair.a).tag;
  if (pair.language_b.empty()) pair.language_b = detect_language(pair.b).tag;
  return pair;
}

}  // namespace twosource
