namespace Macro.Core.LogForwarding;

/// <summary>Names of subscription filters that forward to Datadog.</summary>
public static class FilterNames
{
    /// <summary>The name of the macro's filters.</summary>
    public const string Own = "datadog-forwarder";

    /// <summary>The name that Datadog's own macro gives to its filters.</summary>
    /// <remarks>Source: https://github.com/DataDog/datadog-cloudformation-macro</remarks>
    public const string Legacy = "datadog-serverless-macro-filter";
}
