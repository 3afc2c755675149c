namespace Macro.Aws;

/// <summary>The errors of AWS that people can do something about.</summary>
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
