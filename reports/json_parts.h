// The wire format: how each part of the model looks in JSON (CONTRACT and reports/schema). Shared
// by json and jsonl.
#pragma once

#include <string_view>
#include <vector>

#include "reports/json_writer.h"
#include "reports/renderer.h"

namespace twosource {

void write_mentions(JsonWriter& json, const Document& document,
                    const std::vector<Mention>& mentions);
void write_claims(JsonWriter& json, const Document& document, const Reading& reading);
void write_report(JsonWriter& json, std::string_view version, const Document& document,
                  const Report& report);
void write_discrepancy(JsonWriter& json, const Discrepancy& group);
void write_comparison(JsonWriter& json, const Comparison& comparison);

// "tool" and "corpus" as report and discrepancies begin with them.
void write_tool(JsonWriter& json, std::string_view version);
void write_corpus(JsonWriter& json, const CorpusSize& corpus);

}  // namespace twosource
