namespace Macro.Core.LogForwarding;

/// <summary>The properties of <c>Custom::DatadogLogGroups</c>, which the transform writes and the macro's function reads.</summary>
public static class LogGroupsProperties
{
    /// <summary>Names of the log groups to create unless they exist.</summary>
    public const string LogGroupNames = nameof(LogGroupNames);

    /// <summary>Retention in days to set on these groups; if absent, their retention is unchanged.</summary>
    public const string RetentionInDays = nameof(RetentionInDays);

    /// <summary>Destination ARN of the filters of Datadog's own macro to remove; if absent, none are removed.</summary>
    public const string LegacyForwarderArn = nameof(LegacyForwarderArn);

    /// <summary>Names of the log groups from which to remove those filters.</summary>
    public const string LegacyLogGroupNames = nameof(LegacyLogGroupNames);
}
