// The commands, one file each; only the table in commands.cpp calls these.
#pragma once

#include "cli/command.h"

namespace twosource {

Command index_command();
Command check_command();
Command report_command();
Command compare_command();
Command config_command();
Command demo_command();
Command generate_command();
Command claims_command();
Command mentions_command();
Command explain_command();
Command status_command();
Command remove_command();
Command languages_command();

}  // namespace twosource
