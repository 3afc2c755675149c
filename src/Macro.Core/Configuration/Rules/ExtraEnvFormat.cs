using Macro.Core.Diagnostics;
using static Macro.Core.Configuration.ParameterCatalog;

namespace Macro.Core.Configuration.Rules;

/// <summary>Each item of <c>extraEnv</c> is <c>NAME=value</c>, with a name that Lambda accepts.</summary>
internal sealed class ExtraEnvFormat : IConfigRule
{
    public IEnumerable<Diagnostic> Check(MacroConfig config, Deployment deployment)
    {
        var number = 0;
        foreach (var item in config.Items(ExtraEnv))
        {
            number++;
            if (!IsAssignment(item)) yield return ParameterDiagnostics.InvalidExtraEnv.For(ExtraEnv.Target, number);
            else if (Array.Find(Reserved, item.Split('=')[0].Equals) is { } name)
                yield return ParameterDiagnostics.ReservedVariable.For(ExtraEnv.Target, name);
        }
    }

    /// <summary>
    /// The names that Lambda reserves, without those that start with an underscore. Some variables of Lambda that it sets are not reserved.
    /// </summary>
    /// <remarks>
    /// Source: https://docs.aws.amazon.com/lambda/latest/dg/configuration-envvars.html#configuration-envvars-runtime
    /// </remarks>
    private static readonly string[] Reserved =
    [
        "AWS_DEFAULT_REGION", "AWS_REGION", "AWS_EXECUTION_ENV", "AWS_LAMBDA_FUNCTION_NAME", "AWS_LAMBDA_FUNCTION_MEMORY_SIZE",
        "AWS_LAMBDA_FUNCTION_VERSION", "AWS_LAMBDA_INITIALIZATION_TYPE", "AWS_LAMBDA_LOG_GROUP_NAME", "AWS_LAMBDA_LOG_STREAM_NAME",
        "AWS_ACCESS_KEY", "AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY", "AWS_SESSION_TOKEN", "AWS_LAMBDA_RUNTIME_API",
        "AWS_LAMBDA_MAX_CONCURRENCY", "AWS_LAMBDA_METADATA_API", "AWS_LAMBDA_METADATA_TOKEN", "LAMBDA_TASK_ROOT", "LAMBDA_RUNTIME_DIR",
    ];

    /// <summary>Whether a text starts with the name of a variable and an equals sign.</summary>
    /// <remarks>Source: https://docs.aws.amazon.com/lambda/latest/api/API_Environment.html</remarks>
    private static bool IsAssignment(string text) => text.Split('=', 2) is [{ Length: > 1 } name, _]
        && char.IsAsciiLetter(name[0]) && name.All(c => char.IsAsciiLetterOrDigit(c) || c == '_');
}
