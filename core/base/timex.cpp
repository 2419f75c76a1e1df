#include "core/base/timex.h"

#include "core/base/names.h"

namespace twosource {
namespace {
constexpr NameTable<TimexType, 4> kTypes{{"DATE", "TIME", "DURATION", "SET"}};
}  // namespace

std::string_view name_of(TimexType type) {
  return kTypes.of(type);
}
std::optional<TimexType> timex_type_named(std::string_view name) {
  return kTypes.find(name);
}

}  // namespace twosource
