namespace Macro.Cli.Yaml.Emit;

/// <summary>What stands before a value on its line.</summary>
internal enum Place
{
    AfterKey,
    AfterDash,
    AfterTag,
}
