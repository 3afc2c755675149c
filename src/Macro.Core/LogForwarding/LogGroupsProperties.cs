namespace Macro.Core.LogForwarding;

/// <summary>The properties of <c>Custom::DatadogLogGroups</c>, which the transform writes and the macro's function reads.</summary>
public static class LogGroupsProperties
{
    /// <summary>Groups to make where they are missing.</summary>
    public const string LogGroupNames = nameof(LogGroupNames);

    /// <summary>Retention to set on these; without it, theirs stays.</summary>
    public const string RetentionInDays = nameof(RetentionInDays);

    /// <summary>Destination of the filters of Datadog's own macro that are to go; without it, none go.</summary>
    public const string LegacyForwarderArn = nameof(LegacyForwarderArn);

    /// <summary>Groups that lose those filters.</summary>
    public const string LegacyLogGroupNames = nameof(LegacyLogGroupNames);
}
