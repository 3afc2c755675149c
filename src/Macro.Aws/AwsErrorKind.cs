namespace Macro.Aws;

/// <summary>The kinds of AWS errors that a user can fix, and all others.</summary>
public enum AwsErrorKind
{
    /// <summary>Any other error.</summary>
    Other,

    /// <summary>The caller lacks a permission.</summary>
    AccessDenied,

    /// <summary>The signature or its time is wrong, because of the clock or of the credentials.</summary>
    InvalidSignature,

    /// <summary>The credentials are invalid or have expired.</summary>
    InvalidCredentials,
}
