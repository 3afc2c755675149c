namespace Macro.Core.Tests.Laws.Cases;

/// <summary>Words that stand in generated values, so that a value is found wherever it turns up.</summary>
internal static class Marker
{
    /// <summary>In everything that only the fragment may show: variables, keys, <c>extraEnv</c>, <c>NoEcho</c> parameters, user info of URLs.</summary>
    public const string Secret = "hunter2";

    /// <summary>In the values of parameters that are no secrets; the log shows no value at all.</summary>
    public const string Plain = "quokka";
}
