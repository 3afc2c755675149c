using System.CommandLine.Completions;
using Macro.Core.Configuration;

namespace Macro.Cli.Commands;

/// <summary>What a shell completes after <c>--set</c>.</summary>
internal static class SettingCompletions
{
    /// <summary>The names of the macro's parameters with an equals sign; after it, the values of a flag or choice.</summary>
    /// <param name="word">The word that has begun.</param>
    public static IEnumerable<CompletionItem> Of(string word)
    {
        if (word.Split('=', 2) is not [var name, _])
            return ParameterCatalog.All.Select(parameter => new CompletionItem($"{parameter.Name}="));
        if (ParameterCatalog.Find(name) is not { } parameter) return [];
        IEnumerable<string> values = parameter.Type == ParameterType.Flag ? ["true", "false"] : parameter.Choices;
        return values.Select(value => new CompletionItem($"{name}={value}"));
    }
}
