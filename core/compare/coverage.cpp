#include "core/compare/coverage.h"

#include <set>
#include <string>

#include "core/text/stem.h"
#include "core/text/token.h"

namespace twosource {
namespace {

using Words = std::set<std::string, std::less<>>;

void add_claim(Words& words, const Claim& claim) {
  words.insert(claim.context.begin(), claim.context.end());
  words.insert(claim.predicate.concepts.begin(), claim.predicate.concepts.end());
  for (const EntityRef& name : claim.names) words.insert(name.id);
}

}  // namespace

double coverage(const std::vector<Claim>& statement, std::string_view source,
                const std::vector<Claim>& source_claims, std::string_view language) {
  Words wanted;
  for (const Claim& claim : statement) add_claim(wanted, claim);
  if (wanted.empty()) return 1;
  Words known;
  for (const Claim& claim : source_claims) add_claim(known, claim);
  for (const Token& token : tokenize(source)) {
    if (token.is(TokenKind::Word))
      known.insert("w:" + stem(fold_word(slice(source, token.span())), language));
  }
  std::size_t found = 0;
  for (const std::string& word : wanted) found += known.contains(word) ? 1 : 0;
  return static_cast<double>(found) / static_cast<double>(wanted.size());
}

}  // namespace twosource
