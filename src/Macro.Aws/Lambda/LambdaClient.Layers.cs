namespace Macro.Aws.Lambda;

public sealed partial class LambdaClient
{
    /// <summary>Returns whether a layer version exists and the caller may use it.</summary>
    /// <remarks>
    /// For a version of another account that does not exist, AWS reports a missing permission, as for one that is not shared.
    /// Source: https://docs.aws.amazon.com/lambda/latest/api/API_GetLayerVersion.html
    /// </remarks>
    /// <param name="layer">The ARN of the layer, without its version.</param>
    /// <param name="version">The version.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>Null when it can be used; otherwise the error that says why not.</returns>
    public async Task<AwsException?> FindLayerVersionErrorAsync(string layer, int version, CancellationToken cancellationToken)
    {
        var operation = new AwsOperation($"{Service.Id}:GetLayerVersion", $"layer {layer}:{version}");
        try
        {
            await GetAsync(operation, $"/2018-10-31/layers/{Uri.EscapeDataString(layer)}/versions/{version}", cancellationToken);
            return null;
        }
        catch (AwsException exception) when (exception.Code is "ResourceNotFoundException" || exception.Kind == AwsErrorKind.AccessDenied)
        {
            return exception;
        }
    }
}
