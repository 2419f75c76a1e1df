// Finds the zones of a text: by its lines and paragraphs, by the words of zones.json, and by what
// the markup of the source said already. Knows no language: the words of all languages apply.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/document/document.h"

namespace twosource {

struct ZoneRequest {
  std::string_view text;
  std::string_view title;            // that the source names apart from the text; empty for none
  std::vector<ZoneSpan> known = {};  // from markup: sorted, disjoint
  bool structured = false;           // the text was made of blocks, apart by blank lines
};

struct ZoneFindings {
  std::vector<ZoneSpan> zones;  // sorted, disjoint
  Notice notice;                // what the outlet takes back; its place is boilerplate
  ByteSpan headline;  // the best line of the text to be shown as its title; empty for none
};

ZoneFindings find_zones(const ZoneRequest& request);

// The agency that a dateline ("Seoul (dpa) - ...", "BERLIN, Oct 24 (Reuters) - ...") or a closing
// credit ("dpa/AFP") names; "" for none.
std::string find_agency(std::string_view text, const std::vector<ZoneSpan>& zones);

}  // namespace twosource
