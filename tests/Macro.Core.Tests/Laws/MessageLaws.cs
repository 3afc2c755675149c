using Macro.Core.Configuration;
using Macro.Core.Diagnostics;
using Macro.Core.Tests.Laws.Cases;
using Macro.Core.Tests.Support;

namespace Macro.Core.Tests.Laws;

/// <summary>What people are told: where, in one line each, and without any secret.</summary>
public sealed class MessageLaws
{
    /// <summary>About the event, the template or the region as a whole.</summary>
    private static readonly string[] AboutNoOneThing =
    [
        .. new DiagnosticKind[]
        {
            RequestDiagnostics.NotJson, RequestDiagnostics.NotUtf8, RequestDiagnostics.TooDeep, RequestDiagnostics.NotARequest,
            RequestDiagnostics.NoResources, ParameterDiagnostics.ParametersNotAnObject, FunctionDiagnostics.NoPublishedLayers,
            LimitDiagnostics.TooManyResources, LimitDiagnostics.FragmentTooLarge,
        }.Select(kind => kind.Code),
    ];

    [Fact]
    public void Run_Failure_NamesEachProblemOnOneLine() => Law.Holds(TemplateCase.Any, template =>
    {
        var run = template.Run();

        if (!run.Succeeded) run.ErrorMessage!.Split('\n')[1..].ShouldBe(run.Errors);
        (run.Errors.Count == 0).ShouldBe(run.Succeeded);
    });

    [Fact]
    public void Run_Diagnostics_NameAResourceOrAParameter() => Law.Holds(TemplateCase.Any, template =>
    {
        string[] known =
        [
            "Metadata", .. template.Resources.Select(resource => resource.Id), .. template.Settings.Stack.Select(setting => setting.Name),
            .. ParameterCatalog.All.SelectMany(parameter => (string[])[parameter.Name, parameter.ProcessVariable]),
        ];

        foreach (var code in template.Run().Codes.Select(code => code.Split(' ', 2)).Where(code => !AboutNoOneThing.Contains(code[0])))
            known.ShouldContain(code[1..].SingleOrDefault(), $"{code[0]} names nothing that is known");
    });

    [Fact]
    public void Run_HostileEvents_NameAPlace() => Law.Holds(HostileCase.Cases, hostile =>
    {
        var run = hostile.Run();

        foreach (var line in run.Errors.Concat(run.Warnings).Where(line => !AboutNoOneThing.Contains(line[..5])))
            line.ShouldMatch(@"^DD\d{3} \S|^DD106: Duplicate key \S+\. ", "a duplicate key in the root has no other place");
    });

    [Fact]
    public void Run_Secrets_StandNeitherInMessagesNorInTheReport() =>
        Law.Holds(TemplateCase.Any, template => ShouldTellNoSecret(template.Run()));

    [Fact]
    public void Run_SecretsInHostileEvents_StandNeitherInMessagesNorInTheReport() =>
        Law.Holds(HostileCase.WithParametersAsTheyWere, hostile => ShouldTellNoSecret(hostile.Run()));

    [Fact]
    public void Run_NoEchoValues_StayReferences() => Law.Holds(TemplateCase.Fitting, template =>
    {
        var run = template.Run();

        if (run.Succeeded) run.Text.Replace("\"hunter2-default\"", "", StringComparison.Ordinal).ShouldNotContain("hunter2-password");
        if (run.Succeeded) run.Text.Split("hunter2-default").Length.ShouldBe(2, "only the parameter itself has its default");
    });

    private static void ShouldTellNoSecret(MacroRun run)
    {
        foreach (var line in run.Errors.Concat(run.Warnings)) line.ShouldNotShow(Marker.Secret);
        if (run.Succeeded && run.Fragment.TryGetProperty("Metadata", out var metadata)) metadata.GetRawText().ShouldNotShow(Marker.Secret);
        if (!run.Succeeded) run.Answer.GetRawText().ShouldNotShow(Marker.Secret);
    }
}
