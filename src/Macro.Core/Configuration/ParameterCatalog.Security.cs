using static Macro.Core.Configuration.ParameterType;

namespace Macro.Core.Configuration;

/// <content>FIPS, App and API Protection, and code signing.</content>
public static partial class ParameterCatalog
{
    internal static readonly Parameter LambdaFips = new(
        "lambdaFips", Flag,
        "Whether FIPS endpoints and the extension's FIPS layer are used.")
    {
        OtherSpellings = ["isFIPSEnabled"],
        ProcessVariable = "DD_LAMBDA_FIPS_MODE",
        Variables = ["DD_LAMBDA_FIPS_MODE"],
        PerResource = true,
    };

    internal static readonly Parameter AppSecMode = new(
        "appSecMode", Choice,
        "App and API Protection: off, in the tracer, in the extension, or on: whichever of the two fits the function.")
    {
        OtherSpellings = ["datadogAppSecMode"],
        Choices = ["off", "on", "extension", "tracer"],
        ProcessVariable = "DD_MACRO_APP_SEC_MODE",
        Variables = ["DD_APPSEC_ENABLED", "DD_SERVERLESS_APPSEC_ENABLED"],
        PerResource = true,
    };

    internal static readonly Parameter AddSigningProfile = new(
        "addSigningProfile", Flag,
        "Whether Datadog's signing profile is added to the template's code-signing configurations.")
    {
        Default = "false",
        ProcessVariable = "DD_MACRO_ADD_SIGNING_PROFILE",
    };
}
