// Reads core/lang/<tag>/segmentation.json into the rules of core/text/segment.h.
#pragma once

#include "core/lang/strict_json.h"
#include "core/text/segment.h"

namespace twosource {

SegmentationRules load_segmentation(JsonReader& json, const JsonNode& root);

}  // namespace twosource
