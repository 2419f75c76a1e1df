// Help, written from the tables of command.h.
#pragma once

#include <string>

#include "cli/command.h"

namespace twosource {

// `twosource --help`: the commands, one line each.
std::string help_overview(unsigned width);
// `twosource COMMAND --help`.
std::string help_for(const Command& command, unsigned width);

}  // namespace twosource
