#include "tests/core/claim/claim_lines.h"

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

}  // namespace twosource::test
