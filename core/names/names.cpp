#include "core/names/names.h"

namespace twosource {

struct NameIndex::Tables {};

NameIndex::NameIndex(std::unique_ptr<const Tables> tables) : tables_(std::move(tables)) {}
NameIndex::~NameIndex() = default;

const NameIndex& NameIndex::of(const LanguagePack&, std::string_view) {
  static const NameIndex kEmpty(std::make_unique<Tables>());
  return kEmpty;
}

std::string_view NameIndex::country_of(std::string_view id) const {
  return id.starts_with("country:") ? id : std::string_view();
}
std::string_view NameIndex::government_of(std::string_view id) const {
  return id.starts_with("country:") ? id : std::string_view();
}

std::vector<Mention> find_names(const TokenizedText&, Field, const LanguagePack&,
                                const NameIndex&) {
  return {};
}

std::vector<FoundName> find_document_names(const TokenizedText&, const TokenizedText&,
                                           const LanguagePack&, const NameIndex&) {
  return {};
}

std::string person_id(std::string_view) {
  return {};
}

}  // namespace twosource
