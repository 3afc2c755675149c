using Macro.Core.Tests.Laws.Cases;
using Macro.Core.Tests.Support;

namespace Macro.Core.Tests.Laws;

/// <summary>A function is instrumented completely or not at all.</summary>
public sealed class CompletenessLaws
{
    [Fact]
    public void Run_EachFunction_IsInstrumentedCompletelyOrNotAtAll() => Law.Holds(TemplateCase.Fitting, template =>
    {
        var run = template.Run();
        if (!run.Succeeded) return;
        var came = template.Root();

        foreach (var function in template.Functions)
        {
            var oracle = new FunctionOracle(template, came, function, run);
            if (run.Instrumented.Contains(function.Id))
            {
                oracle.ShouldBeComplete();
                continue;
            }
            run.Resource(function.Id).GetRawText().ShouldBe(came.GetProperty("Resources").GetProperty(function.Id).GetRawText());
            oracle.ShouldHaveReasonToBeLeftAlone(IsExcluded(template, function.Id));
        }
    });

    [Fact]
    public void Run_EachStateMachine_IsInstrumentedWhereThereIsAForwarder() => Law.Holds(TemplateCase.Fitting, template =>
    {
        var run = template.Run();
        if (!run.Succeeded) return;
        var isOn = template.Settings.Stack.Any(setting => setting.Name == "stepFunctionForwarderArn");

        foreach (var machine in template.Resources.OfType<MachineCase>())
        {
            var isTarget = isOn && !IsExcluded(template, machine.Id) && machine.Settings is not [("enabled", { Value: "false" })];
            run.Instrumented.Contains(machine.Id).ShouldBe(isTarget);
            if (!isTarget) continue;
            foreach (var (property, mark) in ((string, string)[])[
                (machine.IsSam ? "Logging" : "LoggingConfiguration", "\"ALL\""), ("Tags", "dd_sls_macro"),
            ])
            {
                (run.Property(property, machine.Id)!.Contains(mark, StringComparison.Ordinal) || run.Codes.Contains($"DD502 {machine.Id}"))
                    .ShouldBeTrue(property);
            }
        }
    });

    /// <summary>The patterns that are generated, and what they mean.</summary>
    private static bool IsExcluded(TemplateCase template, string id)
    {
        var given = template.Settings.Stack.FirstOrDefault(setting => setting.Name == "exclude").Value;
        if (given is null) return id == "F3" && template.Settings.Process.Any(variable => variable.Name == "DD_MACRO_EXCLUDE");
        return given.Json switch
        {
            "\"F1,M*\"" => id == "F1" || id.StartsWith('M'),
            "[\"F?\"]" => id.StartsWith('F'),
            "\"*1\"" => id.EndsWith('1'),
            _ => false,
        };
    }
}
