using Macro.Cli.Templates;
using Macro.Cli.Templates.Reading;
using Macro.CloudFormation.Evaluation;
using Macro.Core;
using Macro.Core.Diagnostics;
using Macro.Core.Pipeline;
using Macro.Json;

namespace Macro.Cli.Preview;

/// <summary>Runs the transform on a template file as a deployment would.</summary>
internal static class TemplatePreview
{
    private const string RequestId = "preview";

    /// <summary>Returns the result of the macro, together with the findings of the preview itself.</summary>
    /// <param name="file">The template.</param>
    /// <param name="options">The deployment to simulate.</param>
    /// <param name="variables">The environment, for account-wide defaults.</param>
    public static PreviewResult Run(TemplateFile file, PreviewOptions options, IReadOnlyDictionary<string, string> variables)
    {
        var result = RunMacro(file, options, variables);
        var findings = file.ReplacedKeys.Select(Finding.ReplacedKey).Concat(result.Findings);
        return result with { Findings = [.. findings.Where(finding => !options.Ignored.Any(rule => rule.Covers(finding)))] };
    }

    private static PreviewResult RunMacro(TemplateFile file, PreviewOptions options, IReadOnlyDictionary<string, string> variables)
    {
        using var index = JsonIndex.Read(file.Json, FileLimits.MaxDepth);
        var template = (ObjectNode)Node.Create(index.Root);
        try
        {
            var result = Run(template, file.FileName, options, options.UsesEnvironment ? variables : new Dictionary<string, string>());
            return result with { Findings = IgnoredCodes.Apply(template, result.Findings) };
        }
        catch (DuplicateKeyException exception)
        {
            return PreviewResult.Rejected(Finding.DuplicateKey(exception));
        }
    }

    private static PreviewResult Run(
        ObjectNode template, string fileName, PreviewOptions options, IReadOnlyDictionary<string, string> variables)
    {
        var expandsLoops = MacroDeclaration.IsAfterLanguageExtensions(template, options.MacroName);
        var (declared, path) = MacroDeclaration.Take(template, options.MacroName);
        if (declared is not (null or ObjectNode))
            return PreviewResult.Rejected(new Finding(path!, DiagnosticCatalog.ParametersNotAnObject.For(DiagnosticTarget.Request)));
        var mapping = ((template["Mappings"u8] as ObjectNode)?["Datadog"u8] as ObjectNode)?["Parameters"u8] as ObjectNode;
        var isDeclared = path is not null;
        if (declared is not ObjectNode { Count: > 0 }) (declared, path) = (mapping, JsonPath.Create("Mappings", "Datadog", "Parameters"));

        var values = options.ValuesFor(template);
        var resolver = new ParameterResolver(
            new Evaluator(template, values), values, value => PreviewSecrets.AreIn(value, template), options.KeepsSecretReferences);
        var parameters = resolver.Resolve(declared as ObjectNode ?? []);
        foreach (var (name, value) in options.Overrides) parameters[name] = value.ToNode();
        var isOff = "false".Equals((parameters["enabled"u8] as ScalarNode)?.Spelling, StringComparison.OrdinalIgnoreCase);
        var violations = isOff ? [] : ParameterConstraints.Check(template, options.GivenValues()).ToList();
        if (violations.Count > 0) return PreviewResult.Rejected(violations);
        var unresolved = resolver.Unresolved.Where(reference => !options.Overrides.ContainsKey(reference.Parameter)).ToList();
        if (unresolved.Count > 0) return PreviewResult.Unresolved(path!, unresolved);

        var withoutSecrets = new Evaluator(template, values with { RevealsNoEcho = false });
        var settings = new MacroSettings(variables, options.MacroArn)
        {
            SecretParameters = PreviewSecrets.Parameters(declared as ObjectNode ?? [], withoutSecrets),
            ExpandsLoopsFirst = expandsLoops,
            SecretTexts = PreviewSecrets.Values(template, options.Parameters),
            DefinitionFiles = LocalDefinitions.Read(template, fileName),
        };
        var request = Event(template, options, parameters);
        var result = options.RecordsChanges ? MacroTransform.RunRecorded(request, settings) : MacroTransform.Run(request, settings);
        return new PreviewResult(result, path!, isDeclared)
        {
            Deployment = options.RecordsChanges ? new(options, (ObjectNode)parameters.Detach(), settings.SecretParameters) : null,
        };
    }

    private static ReadOnlyMemory<byte> Event(ObjectNode template, PreviewOptions options, ObjectNode parameters)
    {
        using var output = new Utf8Buffer(2 * template.Origin.Raw.Length);
        output.Write("{\"fragment\":"u8);
        template.WriteTo(output);
        foreach (var (name, value) in new ObjectNode
        {
            { "region", options.Region },
            { "accountId", options.Account },
            { "requestId", RequestId },
            { "transformId", $"{options.Account}::{options.MacroName}" },
            { "params", parameters },
            { "templateParameterValues", options.GivenValues() },
        })
        {
            output.Write(","u8);
            output.WriteString(name);
            output.Write(":"u8);
            value.WriteTo(output);
        }
        output.Write("}"u8);
        return output.Written.ToArray();
    }
}
