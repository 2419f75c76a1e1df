// Claims to bytes and back. Private to index/: article_codec is the door.
#pragma once

#include "core/claim/claim.h"
#include "index/byte_codec.h"

namespace twosource {

// `sentence_text` of a claim is left out where it equals that of the claim before.
void write_claims(const std::vector<Claim>& claims, ByteWriter& out);
std::vector<Claim> read_stored_claims(ByteReader& in);

void write_date_time(const std::optional<DateTime>& moment, ByteWriter& out);
std::optional<DateTime> read_date_time(ByteReader& in);

}  // namespace twosource
