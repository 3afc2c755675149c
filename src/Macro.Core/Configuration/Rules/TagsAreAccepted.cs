using System.Text;
using Macro.Core.Diagnostics;

namespace Macro.Core.Configuration.Rules;

/// <summary>Settings that become resource tags are accepted by AWS.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/lambda/latest/api/API_TagResource.html</remarks>
internal sealed class TagsAreAccepted : IConfigRule
{
    private const int MaxKeyLength = 128;
    private const int MaxValueLength = 256;

    public IEnumerable<Diagnostic> Check(MacroConfig config, Deployment deployment)
    {
        var hasForwarder = config.IsSet(ParameterCatalog.ForwarderArn) || config.IsSet(ParameterCatalog.StepFunctionForwarderArn);
        if (!config.HasServiceTags(hasForwarder)) yield break;
        foreach (var parameter in TagPair.Named)
        {
            if (config.Text(parameter) is { } text && !IsAccepted(text, MaxValueLength))
                yield return ParameterDiagnostics.RefusedTag.For(parameter.Target, $"The value of {parameter.Name}");
        }
        var number = 0;
        foreach (var item in config.Items(ParameterCatalog.Tags).Take(TagPair.MaxPairs))
        {
            number++;
            if (TagPair.Parse(item) is { } pair && !IsAccepted(pair))
                yield return ParameterDiagnostics.RefusedTag.For(ParameterCatalog.Tags.Target, $"Item {number} of tags");
        }
    }

    private static bool IsAccepted(TagPair tag) => IsAccepted(tag.Key, MaxKeyLength) && IsAccepted(tag.Value, MaxValueLength)
        && !tag.Key.StartsWith("aws:", StringComparison.OrdinalIgnoreCase);

    private static bool IsAccepted(string text, int maxLength)
    {
        var length = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            if (++length > maxLength || !Rune.IsLetterOrDigit(rune) && !Rune.IsNumber(rune) && !Rune.IsSeparator(rune) && !IsMark(rune))
                return false;
        }
        return true;
    }

    private static bool IsMark(Rune rune) => rune.IsBmp && "_.:/=+-@".Contains((char)rune.Value, StringComparison.Ordinal);
}
