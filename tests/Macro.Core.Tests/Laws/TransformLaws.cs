using System.Text;
using System.Text.Json;
using Macro.Core.Tests.Support;

namespace Macro.Core.Tests.Laws;

/// <summary>What holds of every template, whatever is in it.</summary>
public sealed class TransformLaws
{
    /// <summary><see cref="MacroRun"/> sends every success again; here it meets generated ones.</summary>
    [Fact]
    public void Run_Twice_IsOnce() => Law.Holds(TemplateCase.Any, template => _ = template.Run().Succeeded);

    [Fact]
    public void Run_FittingParameters_OftenSucceed()
    {
        var (all, succeeded, instrumented) = (0, 0, 0);

        Law.Holds(TemplateCase.Fitting, template =>
        {
            var run = template.Run();
            all++;
            if (run.Succeeded) succeeded++;
            instrumented += run.Instrumented.Count;
        });

        succeeded.ShouldBeGreaterThan(all / 4, "the other laws would say little");
        instrumented.ShouldBeGreaterThan(succeeded, "the other laws would say little");
    }

    [Fact]
    public void Run_Disabled_GivesTheSameBytes() => Law.Holds(TemplateCase.Any, template =>
        template.Run(("enabled", "false")).Text.ShouldBe(template.Fragment));

    [Fact]
    public void Run_WhatIsNotTargeted_ComesBackByteForByte() => Law.Holds(TemplateCase.Fitting, template =>
    {
        var run = template.Run();
        if (!run.Succeeded) return;
        var came = JsonDocument.Parse(template.Fragment).RootElement;
        foreach (var section in came.EnumerateObject().Where(section => section.Name is not ("Resources" or "Metadata")))
            run.Fragment.GetProperty(section.Name).GetRawText().ShouldBe(section.Value.GetRawText());
        foreach (var resource in came.GetProperty("Resources").EnumerateObject().Where(resource => !run.Instrumented.Contains(resource.Name) && !resource.Name.StartsWith("Role", StringComparison.Ordinal)))
            run.Resource(resource.Name).GetRawText().ShouldBe(resource.Value.GetRawText());
        run.Fragment.GetProperty("Resources").EnumerateObject().Select(resource => resource.Name).ShouldBe(came.GetProperty("Resources").EnumerateObject().Select(resource => resource.Name));
    });

    [Fact]
    public void Run_PropertiesThatWeDoNotSet_ComeBackByteForByte() => Law.Holds(TemplateCase.Fitting, template =>
    {
        string[] ours = ["Environment", "Layers", "Tags", "Handler", "Tracing", "TracingConfig"];
        var run = template.Run();
        if (!run.Succeeded) return;
        foreach (var id in run.Instrumented)
        {
            var came = JsonDocument.Parse(template.Fragment).RootElement.GetProperty("Resources").GetProperty(id);
            foreach (var member in came.EnumerateObject().Where(member => member.Name != "Properties")) run.Resource(id).GetProperty(member.Name).GetRawText().ShouldBe(member.Value.GetRawText());
            foreach (var property in came.GetProperty("Properties").EnumerateObject().Where(property => !ours.Contains(property.Name))) run.Property(property.Name, id).ShouldBe(property.Value.GetRawText());
        }
    });

    [Fact]
    public void Run_ResourcesInAnotherOrder_InstrumentsTheSame() => Law.Holds(TemplateCase.Fitting, template =>
    {
        var (run, turned) = (template.Run(), (template with { Resources = [.. template.Resources.Reverse()] }).Run());

        turned.Instrumented.ShouldBe(run.Instrumented, ignoreOrder: true);
        Codes(turned).ShouldBe(Codes(run), ignoreOrder: true);
        if (!run.Succeeded) return;
        foreach (var id in run.Instrumented) turned.Resource(id).GetRawText().ShouldBe(run.Resource(id).GetRawText());
    });

    [Fact]
    public void Run_Secrets_StandNeitherInMessagesNorInTheReport() => Law.Holds(TemplateCase.Any, template =>
    {
        var run = template.Run();

        foreach (var line in run.Errors.Concat(run.Warnings).Where(line => !line.Contains("hunter2Version", StringComparison.Ordinal))) line.ShouldNotContain(TemplateCase.Secret);
        if (run.Succeeded && run.Fragment.TryGetProperty("Metadata", out var metadata)) metadata.GetRawText().ShouldNotContain(TemplateCase.Secret);
    });

    [Fact]
    public void Run_NoEchoValues_StayReferences() => Law.Holds(TemplateCase.Fitting, template =>
    {
        var run = template.Run();

        if (run.Succeeded) run.Text.ShouldNotContain("hunter2-password");
    });

    [Fact]
    public void Run_Failure_NamesEachProblemOnOneLine() => Law.Holds(TemplateCase.Any, template =>
    {
        var run = template.Run();

        if (!run.Succeeded) run.ErrorMessage!.Split('\n')[1..].ShouldBe(run.Errors);
        (run.Errors.Count == 0).ShouldBe(run.Succeeded);
    });

    [Fact]
    public void Run_Truncated_NeverThrows() => Law.Holds(TemplateCase.Any, template =>
    {
        var json = Encoding.UTF8.GetBytes(template.ToString());

        MacroRun.OfEvent(json[..(json.Length * 2 / 3)]).Succeeded.ShouldBeFalse();
    });

    /// <summary>DD321 is about a role, and stands on the first function that has it.</summary>
    private static IEnumerable<string> Codes(MacroRun run) => run.Codes.Select(code => code.StartsWith("DD321", StringComparison.Ordinal) ? "DD321" : code);
}
