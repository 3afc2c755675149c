using Macro.FloorBootstrap;
using Macro.Lambda;
using Macro.Lambda.Logging;

var log = new MacroLog(Console.OpenStandardOutput(), TimeProvider.System);
var bootstrap = new Bootstrap(Environment.GetEnvironmentVariable("AWS_LAMBDA_RUNTIME_API"), log, Console.OpenStandardError());
return await bootstrap.RunAsync(() => new ReadOnceHandler());
