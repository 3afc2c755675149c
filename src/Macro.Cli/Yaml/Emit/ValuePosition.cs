namespace Macro.Cli.Yaml.Emit;

/// <summary>What precedes a value on its line.</summary>
internal enum ValuePosition
{
    AfterKey,
    AfterDash,
    AfterTag,
}
