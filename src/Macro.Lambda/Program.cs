using System.Runtime.InteropServices;
using Macro.Core;
using Macro.Lambda;
using Macro.Lambda.Events;
using Macro.Lambda.LogGroups;
using Macro.Lambda.Logging;

// Lambda announces the end of an execution environment with SIGTERM. Nothing here outlives an invocation; one that is cut off can be run again.
using var termination = PosixSignalRegistration.Create(PosixSignal.SIGTERM, _ => Environment.Exit(0));

var log = new MacroLog(Console.OpenStandardOutput(), TimeProvider.System);
var bootstrap = new Bootstrap(Environment.GetEnvironmentVariable("AWS_LAMBDA_RUNTIME_API"), log, Console.OpenStandardError());

return await bootstrap.RunAsync(() => new EventDispatcher(
    new LogGroupsHandler(Environment.GetEnvironmentVariable, log),
    new MacroHandler(MacroTransform.Run, MacroVariables.From(Environment.GetEnvironmentVariables()), log)));
