#include "cli/commands/commands.h"

namespace twosource {

const std::vector<Command>& commands() {
  static const std::vector<Command> kCommands = {
      index_command(),    check_command(),     report_command(),  compare_command(),
      claims_command(),   mentions_command(),  explain_command(), status_command(),
      remove_command(),   languages_command(), config_command(),  demo_command(),
      generate_command(),
  };
  return kCommands;
}

}  // namespace twosource
