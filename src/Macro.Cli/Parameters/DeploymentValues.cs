namespace Macro.Cli.Parameters;

/// <summary>What the command line, a parameter file or a SAM configuration says about a deployment.</summary>
/// <param name="Parameters">The values of template parameters.</param>
internal sealed record DeploymentValues(IReadOnlyDictionary<string, string> Parameters)
{
    /// <summary>Nothing.</summary>
    public static DeploymentValues None { get; } = new(new Dictionary<string, string>());

    /// <summary>The region; null when it is not given.</summary>
    public string? Region { get; init; }

    /// <summary>The account; null when it is not given.</summary>
    public string? Account { get; init; }

    /// <summary>The name of the stack; null when it is not given.</summary>
    public string? StackName { get; init; }

    /// <summary>Returns these values, overridden by those of a source with higher precedence.</summary>
    public DeploymentValues OverriddenBy(DeploymentValues higher)
    {
        var parameters = new Dictionary<string, string>(Parameters);
        foreach (var (name, value) in higher.Parameters) parameters[name] = value;
        return new(parameters)
        {
            Region = higher.Region ?? Region,
            Account = higher.Account ?? Account,
            StackName = higher.StackName ?? StackName,
        };
    }
}
