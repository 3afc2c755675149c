using Macro.CloudFormation.Evaluation;
using Macro.CloudFormation.Templates;
using Macro.Core.Configuration;
using Macro.Core.Configuration.Rules;
using Macro.Core.Diagnostics;
using Macro.Core.Pipeline;

namespace Macro.Core.Tests.Support;

/// <summary>Makes what steps and editors need, for tests of single classes.</summary>
internal static class TestInstrumentation
{
    /// <summary>An editor that records nothing.</summary>
    public static ResourceEditor Editor { get; } = new("F", new ChangeJournal());

    /// <summary>The context of a template without parameters.</summary>
    public static InstrumentationContext Context(string fragment)
    {
        var template = Template.Open(JsonText.Read(fragment))!;
        var evaluator = new Evaluator(template.Root, new TemplateValues(TestEvaluator.Region, TestEvaluator.Account, null, null));
        var diagnostics = new DiagnosticBag();
        return new InstrumentationContext
        {
            Region = TestEvaluator.Region,
            AccountId = TestEvaluator.Account,
            Template = template,
            Evaluator = evaluator,
            Config = MacroConfig.Defaults,
            ConfigReader = new ConfigReader(evaluator, diagnostics),
            ConfigValidator = new ConfigValidator(
                MacroConfig.Defaults, new Deployment(TestEvaluator.Region, TestEvaluator.Account), diagnostics),
            Settings = new MacroSettings(new Dictionary<string, string>()),
            Diagnostics = diagnostics,
            Journal = new ChangeJournal(),
            Secrets = new Secrets([]),
        };
    }
}
