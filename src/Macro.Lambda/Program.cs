using System.Runtime.InteropServices;
using Macro.Core;
using Macro.Lambda;
using Macro.Lambda.Events;
using Macro.Lambda.LogGroups;
using Macro.Lambda.Logging;

// Lambda announces the end of an execution environment with SIGTERM. No state outlives an invocation, and an interrupted one can be
// repeated, so the process exits at once.
using var termination = PosixSignalRegistration.Create(PosixSignal.SIGTERM, _ => Environment.Exit(0));

var log = new MacroLog(Console.OpenStandardOutput(), TimeProvider.System);
var bootstrap = new Bootstrap(Environment.GetEnvironmentVariable("AWS_LAMBDA_RUNTIME_API"), log, Console.OpenStandardError());

return await bootstrap.RunAsync(() => new EventDispatcher(
    new LogGroupsHandler(Environment.GetEnvironmentVariable, log, TimeProvider.System),
    new MacroHandler(MacroTransform.Run, MacroVariables.From(Environment.GetEnvironmentVariables()), log)));
