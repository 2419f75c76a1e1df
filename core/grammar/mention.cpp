#include "core/grammar/mention.h"

namespace twosource {

std::string to_line(const Mention& mention, std::string_view text) {
  std::string out(slice(text, mention.span));
  out += " [" + std::to_string(mention.span.begin) + ',' + std::to_string(mention.span.end) + ") ";
  out += name_of(mention.dimension);
  const bool amount = mention.dimension != Dimension::Date &&
                      mention.dimension != Dimension::Time && mention.dimension != Dimension::Set &&
                      mention.dimension != Dimension::Name;
  if (amount) out += ' ' + to_line(mention.value);
  if (mention.timex) out += ' ' + mention.timex->value;
  if (mention.timex && mention.timex->range)
    out += ' ' + to_iso(mention.timex->range->from) + ".." + to_iso(mention.timex->range->to);
  if (mention.name) out += ' ' + mention.name->id;
  return out;
}

}  // namespace twosource
