#include "tests/core/claim/claim_lines.h"

#include <doctest/doctest.h>

#include <algorithm>

namespace twosource::test {

Document article(std::string_view language, std::string_view text) {
  Document document;
  document.info.id = "test";
  document.info.language = std::string(language);
  document.info.published = parse_iso("2024-10-24");
  document.text = std::string(text);
  return document;
}

std::string line_of(const Claim& claim) {
  std::string out(name_of(claim.kind));
  out += " | " + claim.text + " | " + claim.item.text + " | ";
  for (std::size_t i = 0; i < claim.subject.size(); ++i) {
    out += (i != 0 ? "," : "") + claim.subject[i].id;
  }
  out += " | " + claim.predicate.text + " | " + std::string(name_of(claim.modality));
  if (claim.polarity == Polarity::Negated) out += " not";
  if (claim.change != Change::Level) out += ' ' + std::string(name_of(claim.change));
  out += " | ";
  for (std::size_t i = 0; i < claim.attribution.size(); ++i) {
    const AttributionLink& link = claim.attribution[i];
    out += (i != 0 ? " < " : "") + std::string(name_of(link.kind)) + ' ';
    out += link.id.empty() ? link.text : link.id;
  }
  out += " | ";
  if (claim.when) {
    out += to_iso(claim.when->from);
    if (claim.when->from != claim.when->to) out += ".." + to_iso(claim.when->to);
  }
  return out;
}

std::vector<std::string> lines_of(std::string_view language, std::string_view text) {
  std::vector<std::string> out;
  const Document document = article(language, text);
  for (const Claim& claim : read_claims(document, Languages::embedded()).claims) {
    out.push_back(line_of(claim));
  }
  return out;
}

void check_claims(const std::vector<ClaimRow>& rows, LineMatch match) {
  const auto begins = [](const std::vector<std::string>& lines, std::string_view start) {
    return std::any_of(lines.begin(), lines.end(),
                       [&](const std::string& line) { return line.rfind(start, 0) == 0; });
  };
  for (const ClaimRow& row : rows) {
    const std::vector<std::string> found = lines_of(row.language, row.text);
    std::string all;
    for (const std::string& line : found) all += "\n  " + line;
    CAPTURE(row.line);
    CAPTURE(std::string(row.text));
    CAPTURE(all);
    for (const char* wanted : row.claims) {
      CAPTURE(std::string(wanted));
      if (wanted[0] == '!') {
        CHECK_FALSE(begins(found, wanted + 1));
      } else if (match == LineMatch::Beginning) {
        CHECK(begins(found, wanted));
      } else {
        CHECK(std::find(found.begin(), found.end(), wanted) != found.end());
      }
    }
  }
}

}  // namespace twosource::test
