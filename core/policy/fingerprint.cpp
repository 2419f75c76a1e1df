#include "core/policy/fingerprint.h"

#include <map>

#include "core/base/hash.h"
#include "core/text/token.h"

namespace twosource {
namespace {

void append_folded(std::string_view text, std::string& out) {
  for (const Token& token : tokenize(text)) {
    out += fold_word(slice(text, token.span()));
    out += ' ';
  }
  out += '\x1f';
}

std::string content_of(const Finding& finding) {
  std::string out = finding.rule;
  out += '\x1f';
  out += name_of(finding.scope);
  out += '\x1f';
  out += name_of(finding.claim.kind);
  out += '\x1f';
  append_folded(finding.claim.text, out);
  append_folded(finding.claim.sentence_text, out);
  return out;
}

}  // namespace

void set_fingerprints(std::vector<Finding>& findings) {
  std::map<std::string, int> seen;
  for (Finding& finding : findings) {
    const std::string content = content_of(finding);
    const int turn = seen[content]++;
    finding.fingerprint = "f-" + hex_id(stable_hash(content, static_cast<std::uint64_t>(turn)));
  }
}

}  // namespace twosource
