namespace Macro.Core.Pipeline;

/// <summary>The kind of a change, in the order in which changes are listed.</summary>
public enum ChangeKind
{
    /// <summary>A layer version of a function.</summary>
    Layer,

    /// <summary>The handler of a function, or the first element of a container image's command.</summary>
    Handler,

    /// <summary>An environment variable.</summary>
    Variable,

    /// <summary>A state of a definition.</summary>
    State,

    /// <summary>X-Ray tracing.</summary>
    Tracing,

    /// <summary>The log destination or log level of a resource.</summary>
    Logging,

    /// <summary>A subscription filter that forwards the logs of a resource.</summary>
    LogSubscription,

    /// <summary>A resource tag.</summary>
    Tag,

    /// <summary>An IAM policy.</summary>
    Policy,

    /// <summary>Any other property.</summary>
    Property,

    /// <summary>A whole resource that is added or removed.</summary>
    Resource,
}
