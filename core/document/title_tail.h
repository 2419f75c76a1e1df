// The outlet's own name behind a headline: "Boy shot in Lamesa - KCBD NewsChannel 11 Lubbock" of
// kcbd.com, "Zwölf Verletzte | tagesschau.de".
#pragma once

#include <cstdint>
#include <string_view>

namespace twosource {

// The byte of `title` from which on it names the outlet, the dividing mark included; its size where
// it does not.
std::uint32_t title_tail(std::string_view title, std::string_view outlet);

}  // namespace twosource
