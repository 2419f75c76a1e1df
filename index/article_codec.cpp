// Layout: the size of the first of two zstd frames, that one over { record, hash, profile }, and
// the second over { shingles, claims }, as byte_codec.h writes them. A search reads the first frame
// of a hundred articles and the second of those that turn out to tell the same story.
#include "index/article_codec.h"

#include <zstd.h>

#include <algorithm>
#include <utility>

#include "core/claim/codec.h"
#include "core/compare/profile.h"
#include "index/byte_codec.h"

namespace twosource {
namespace {

constexpr int kLevel = 3;
constexpr std::uint64_t kLargestArticle = 1U << 30U;

Error damaged() {
  return {ErrorKind::Database, "a stored article is damaged; index it again", {}, 0, 0};
}

constexpr int kShift = 24 * 60;

void write_date_time(const std::optional<DateTime>& moment, ByteWriter& out) {
  out.flag(moment.has_value());
  if (!moment) return;
  out.signed_number(moment->day.time_since_epoch().count());
  // Minutes shifted by one day, so that 0 means "not given".
  out.number(moment->minute_of_day ? static_cast<std::uint64_t>(*moment->minute_of_day + 1) : 0);
  out.number(moment->utc_offset_minutes
                 ? static_cast<std::uint64_t>(*moment->utc_offset_minutes + kShift)
                 : 0);
}

std::optional<DateTime> read_date_time(ByteReader& in) {
  if (!in.flag()) return std::nullopt;
  DateTime out;
  out.day = Day{std::chrono::days{static_cast<int>(in.signed_number())}};
  if (const auto minute = static_cast<int>(in.number()); minute != 0)
    out.minute_of_day = minute - 1;
  if (const auto offset = static_cast<int>(in.number()); offset != 0)
    out.utc_offset_minutes = offset - kShift;
  return out;
}

void write_info(const ArticleInfo& info, ByteWriter& out) {
  out.text(info.id);
  out.text(info.outlet);
  out.text(info.url);
  out.text(info.title);
  out.text(info.language);
  out.text(info.agency);
  out.number(static_cast<std::uint64_t>(info.notice.kind));
  out.text(info.notice.text);
  write_date_time(info.published, out);
}

ArticleInfo read_info(ByteReader& in) {
  ArticleInfo out;
  out.id = in.text();
  out.outlet = in.text();
  out.url = in.text();
  out.title = in.text();
  out.language = in.text();
  out.agency = in.text();
  const std::uint64_t notice = in.number();
  if (notice <= static_cast<std::uint64_t>(Notice::Kind::Retracted))
    out.notice.kind = static_cast<Notice::Kind>(notice);
  out.notice.text = in.text();
  out.published = read_date_time(in);
  return out;
}

void write_profile(const Profile& profile, ByteWriter& out) {
  out.number(profile.size());
  for (const auto& [key, count] : profile) {
    out.text(key);
    out.number(count);
  }
}

Profile read_profile(ByteReader& in) {
  Profile out(in.count());
  for (auto& [key, count] : out) {
    key = in.view();
    count = static_cast<std::uint32_t>(in.number());
  }
  return out;
}

std::string packed(const ByteWriter& plain) {
  const std::string& bytes = plain.bytes();
  std::string out(ZSTD_compressBound(bytes.size()), '\0');
  const std::size_t size =
      ZSTD_compress(out.data(), out.size(), bytes.data(), bytes.size(), kLevel);
  out.resize(ZSTD_isError(size) != 0 ? 0 : size);
  return out;
}

Result<std::string> unpacked(std::string_view bytes) {
  const unsigned long long size = ZSTD_getFrameContentSize(bytes.data(), bytes.size());
  if (size == ZSTD_CONTENTSIZE_ERROR || size == ZSTD_CONTENTSIZE_UNKNOWN || size > kLargestArticle)
    return damaged();
  std::string out(size, '\0');
  const std::size_t read = ZSTD_decompress(out.data(), out.size(), bytes.data(), bytes.size());
  if (ZSTD_isError(read) != 0 || read != out.size()) return damaged();
  return out;
}

// The two frames; empty ones where the bytes hold no two.
struct Frames {
  std::string_view head;
  std::string_view body;
};

Frames frames_of(std::string_view bytes) {
  ByteReader in(bytes);
  const std::string_view head = in.view();
  if (!in.ok()) return {};
  return {head, bytes.substr(static_cast<std::size_t>(head.data() - bytes.data()) + head.size())};
}

}  // namespace

std::string encode_article(const StoredArticle& article) {
  ByteWriter head;
  write_info(article.info, head);
  head.text(article.content_hash);
  write_profile(profile_of(article.claims), head);
  ByteWriter body;
  body.number(article.shingles.size());
  for (const std::uint64_t shingle : article.shingles) body.fixed(shingle);
  body.text(encode_claims(article.claims));
  ByteWriter out;
  out.text(packed(head));
  return out.bytes() + packed(body);
}

Result<ArticleHead> decode_head(std::string_view bytes) {
  const auto plain = unpacked(frames_of(bytes).head);
  if (!plain) return plain.error();
  ByteReader in(*plain);
  ArticleHead out;
  out.info = read_info(in);
  out.content_hash = in.text();
  out.profile = read_profile(in);
  if (!in.ok() || !in.at_end()) return damaged();
  return out;
}

Result<StoredArticle> decode_article(ArticleHead head, std::string_view bytes) {
  const auto plain = unpacked(frames_of(bytes).body);
  if (!plain) return plain.error();
  ByteReader in(*plain);
  StoredArticle out;
  out.info = std::move(head.info);
  out.content_hash = std::move(head.content_hash);
  out.shingles.resize(in.count());
  for (std::uint64_t& shingle : out.shingles) shingle = in.fixed();
  const std::string_view claims = in.view();
  if (!in.ok() || !in.at_end()) return damaged();
  auto decoded = decode_claims(claims);
  if (!decoded) return decoded.error();
  out.claims = std::move(*decoded);
  return out;
}

Result<StoredArticle> decode_article(std::string_view bytes) {
  auto head = decode_head(bytes);
  if (!head) return head.error();
  return decode_article(std::move(*head), bytes);
}

}  // namespace twosource
