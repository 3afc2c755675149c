using Macro.CloudFormation.Evaluation;

namespace Macro.Core.Tests.Support;

/// <summary>Makes evaluators of templates that are written out.</summary>
internal static class TestEvaluator
{
    public const string Region = "us-east-1";
    public const string Account = "123456789012";

    public static Evaluator Create(string template = "{}", string values = "{}", string region = Region, string? account = Account)
    {
        var root = JsonText.ReadObject(template);
        return new Evaluator(
            root, new TemplateValues(region, account, root["Parameters"] as Macro.Json.ObjectNode, JsonText.ReadObject(values)));
    }
}
