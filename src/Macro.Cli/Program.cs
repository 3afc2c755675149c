using Macro.Cli;
using Macro.Cli.Hosting;

return MacroCommand.Run(args, CommandHost.ForProcess());
