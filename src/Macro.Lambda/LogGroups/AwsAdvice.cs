using Macro.Aws;

namespace Macro.Lambda.LogGroups;

/// <summary>Advice for operators of the macro on how to fix an AWS error.</summary>
internal static class AwsAdvice
{
    /// <summary>Returns the error's message, followed by advice for this kind of error.</summary>
    public static string Describe(AwsException exception) => exception.Message + exception.Kind switch
    {
        AwsErrorKind.AccessDenied =>
            " The caller is the macro's role: the parameter LogGroupPrefixes of the macro's stack says which log groups it may use.",
        AwsErrorKind.InvalidSignature or AwsErrorKind.InvalidCredentials =>
            " Deploy again. If that does not help, check that the macro's role exists and update the macro's function, so that AWS Lambda"
            + " starts it again with the right time and new credentials.",
        _ => "",
    };
}
