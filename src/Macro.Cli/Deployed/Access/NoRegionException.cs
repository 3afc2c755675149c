namespace Macro.Cli.Deployed.Access;

/// <summary>Neither the command line, the environment nor the profile names a region.</summary>
internal sealed class NoRegionException() : Exception("No region is given.");
