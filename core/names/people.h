// People, agencies and companies: names that only their surroundings give away.
#pragma once

#include <string>
#include <string_view>

#include "core/lang/names_data.h"
#include "core/names/scan.h"

namespace twosource::names {

// Joins a country and the kind of agency beside it to one organisation: "südkoreanischer
// Geheimdienst", "South Korea's spy agency", "Geheimdienst Südkoreas". Changes `scan.links`.
void link_agencies(const TokenizedText& text, const NameIndex::Tables& tables,
                   const NamesData& data, Scan& scan);

// Adds companies by their legal form ("Beispiel AG") and people by office, form of address or first
// name. Changes `scan.links`, which stays sorted and disjoint.
void link_companies(const TokenizedText& text, const NameIndex::Tables& tables,
                    const NamesData& data, Scan& scan);
void link_people(const TokenizedText& text, const NameIndex::Tables& tables, const NamesData& data,
                 Scan& scan);

// Notes at each linked person the office that stands before ("Außenminister Rudenko") or behind
// ("Rudenko, Außenminister").
void attach_roles(const TokenizedText& text, Scan& scan);

// The id of a company that no table knows, from its name without the legal form.
std::string company_id(std::string_view name);

}  // namespace twosource::names
