#include "index/index_article.h"

#include <algorithm>

#include "core/compare/claim_key.h"
#include "core/compare/profile.h"
#include "index/schema.h"

namespace twosource {
namespace {
constexpr std::uint32_t kMostOften = 3;
// A sample keeps one shingle in eight; of these one in four becomes a term.
constexpr std::uint64_t kShingleTermOneIn = 32;
}  // namespace

Xapian::Document database_document(const StoredArticle& article, const std::string& bytes) {
  Xapian::Document out;
  out.add_boolean_term(schema::id_term(article.info.id));
  if (!article.info.url.empty()) out.add_boolean_term(schema::url_term(article.info.url));
  out.add_boolean_term(schema::outlet_term(article.info.outlet));
  out.add_boolean_term(schema::language_term(article.info.language));
  for (const auto& [key, count] : profile_of(article.claims))
    out.add_term(schema::profile_term(key), std::min(count, kMostOften));
  for (const Claim& claim : article.claims) {
    for (const std::uint64_t key : claim_keys({claim, article.info.published}))
      out.add_boolean_term(schema::claim_key_term(key));
  }
  for (const std::uint64_t shingle : article.shingles) {
    if (shingle % kShingleTermOneIn == 0) out.add_boolean_term(schema::shingle_term(shingle));
  }
  if (article.info.published)
    out.add_value(schema::kDaySlot, schema::day_value(article.info.published->day));
  out.add_value(schema::kContentHashSlot, article.content_hash);
  out.add_value(schema::kClaimCountSlot, std::to_string(article.claims.size()));
  out.add_value(schema::kOutletSlot, article.info.outlet);
  out.set_data(bytes);
  return out;
}

}  // namespace twosource
