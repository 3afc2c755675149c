using Macro.CloudFormation.Intrinsics;
using Macro.Core.Configuration;
using Macro.Core.Lambda.Languages;
using Macro.Core.Pipeline;
using Macro.Json;

namespace Macro.Core.Lambda.Functions;

/// <summary>
/// A function that is deployed as a container image. Lambda does not add layers to an image, so the image must contain the library, and the
/// macro can only redirect the command.
/// </summary>
/// <remarks>
/// Sources: https://docs.aws.amazon.com/lambda/latest/dg/images-create.html,
/// https://docs.datadoghq.com/serverless/aws_lambda/installation/python/?tab=containerimage
/// </remarks>
internal static class ContainerImage
{
    private static readonly MemberName ImageConfig = "ImageConfig";
    private static readonly MemberName Command = "Command";

    /// <summary>The runtime that the settings declare for images, since the template does not show it; null to skip images.</summary>
    public static Runtime? Runtime(MacroConfig config) => config.Text(ParameterCatalog.ContainerImages) switch
    {
        "python" => new Runtime("python in a container image", LanguageCatalog.Python, null, null),
        "node" => new Runtime("nodejs in a container image", LanguageCatalog.Node, null, null),
        "java" => new Runtime("java in a container image", LanguageCatalog.Java, null, null),
        "dotnet" => new Runtime("dotnet in a container image", LanguageCatalog.Dotnet, null, null),
        "ruby" => new Runtime("ruby in a container image", LanguageCatalog.Ruby, null, null),
        "other" => new Runtime("container image", null, null, null),
        _ => null,
    };

    /// <summary>
    /// The settings without the libraries' layers. If the image contains the extension, it is on; otherwise CloudWatch keeps the logs.
    /// </summary>
    public static MacroConfig WithoutLayers(MacroConfig config) => config.MergedWith(
    [
        new Setting(ParameterCatalog.AddLayers) { Text = "false" },
        new Setting(ParameterCatalog.AddExtension) { Text = config.IsTrue(ParameterCatalog.ImageHasExtension) ? "true" : "false" },
        .. config.IsTrue(ParameterCatalog.ImageHasExtension)
            ? Array.Empty<Setting>()
            : [new Setting(ParameterCatalog.CloudWatchLogs) { Text = "true" }],
    ]);

    /// <summary>The first element of <c>ImageConfig.Command</c>, which is the handler; null when the template does not show it.</summary>
    public static Node? Handler(ObjectNode properties) => CommandOf(properties) switch
    {
        ArrayNode { Count: > 0 } command => command[0],
        { } command when ConditionalValue.All(command, branch => branch is ArrayNode { Count: > 0 } || Intrinsic.Is(branch)) =>
            Intrinsic.MakeFirst(command),
        _ => null,
    };

    /// <summary>Replaces the handler in a command that has one; the other elements of a list stay unchanged.</summary>
    public static void SetHandler(ObjectNode properties, Node handler, ResourceEditor editor)
    {
        if (CommandOf(properties) is ArrayNode command) editor.Replace(ChangeKind.Handler, null, command, 0, handler);
        else editor.Set(ChangeKind.Handler, null, (ObjectNode)properties[ImageConfig]!, Command, new ArrayNode { handler });
    }

    private static Node? CommandOf(ObjectNode properties) => (properties[ImageConfig] as ObjectNode)?[Command];
}
