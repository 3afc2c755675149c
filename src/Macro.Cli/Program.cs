using Macro.Cli;

return CommandLine.Run(args, CommandHost.OfProcess());
