// LanguagePack: all that the tool knows of one language, read from its folder core/lang/<tag>/.
//
// Immutable after loading; shared by all threads. Engines take a pack and never ask which language
// it is.
#pragma once

#include <string>
#include <vector>

#include "core/lang/claims_data.h"
#include "core/lang/consistency_data.h"
#include "core/lang/dates_data.h"
#include "core/lang/hedges_data.h"
#include "core/lang/money_data.h"
#include "core/lang/names_data.h"
#include "core/lang/numbers_data.h"
#include "core/lang/units_data.h"
#include "core/text/segment.h"

namespace twosource {

// Where a data file's facts are from.
struct DataSource {
  std::string name;
  std::string version;
  std::string licence;
};

struct LanguagePack {
  std::string tag;   // BCP 47, as the folder is called; "und" for what holds in every language
  std::string name;  // in English, for `twosource languages`
  std::vector<DataSource> sources;

  SegmentationRules segmentation;
  NumbersData numbers;
  UnitsData units;
  MoneyData money;
  HedgesData hedges;
  DatesData dates;
  NamesData names;
  ClaimsData claims;
  ConsistencyData consistency;
};

}  // namespace twosource
