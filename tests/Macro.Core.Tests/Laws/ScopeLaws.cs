using FsCheck;
using FsCheck.Fluent;
using Macro.Core.Tests.Laws.Cases;
using Macro.Core.Tests.Support;

namespace Macro.Core.Tests.Laws;

/// <summary>A setting at a resource means what it means for the stack.</summary>
public sealed class ScopeLaws
{
    [Fact]
    public void Run_SettingsAtEachResource_DoWhatTheyDoForTheStack() => Law.Holds(Cases, both =>
    {
        var ofStack = both.OfStack.Run();
        var ofEach = both.OfEach.Run();

        if (!ofStack.Succeeded) return;
        both.Template.Run().Errors.ShouldBe(
            ofEach.Errors.Concat(both.Template.Run().Errors).Distinct(),
            ignoreOrder: true,
            "only what the stack says without these settings may be wrong");
        if (!ofEach.Succeeded) return;
        // The stages of APIs take part in what the stack says, but have no settings here.
        var targets = ofStack.Instrumented.Where(id => !id.StartsWith('O')).ToList();
        ofEach.Instrumented.Where(id => !id.StartsWith('O')).ShouldBe(targets);
        foreach (var id in targets) ofEach.Properties(id).GetRawText().ShouldBe(ofStack.Properties(id).GetRawText());
    });

    /// <summary>
    /// On one line, since an expression keeps the white space of the place that it comes from. A resource that says anything of the
    /// extension gives up the stack's forwarder, so that is left out.
    /// </summary>
    private static Gen<Both> Cases =>
        from template in TemplateCase.Fitting
        from settings in SettingsCase.OfEither
        select new Both(
            template with { Style = 0, Resources = WithSettings(template, []) },
            [.. settings.Where(setting => setting.Name != "addExtension" || !Forwards(template.Settings))]);

    private static List<ResourceCase> WithSettings(TemplateCase template, IReadOnlyList<(string Name, Given Value)> settings) =>
        [.. template.Resources.Select(resource => resource is TargetCase target ? target with { Settings = settings } : resource)];

    private static bool Forwards(SettingsCase settings) =>
        settings.Stack.Any(setting => setting.Name == "forwarderArn")
            || settings.Process.Any(variable => variable.Name == "DD_MACRO_FORWARDER_ARN");

    private sealed record Both(TemplateCase Template, IReadOnlyList<(string Name, Given Value)> Settings)
    {
        public TemplateCase OfStack => Template.Under(Settings);

        public TemplateCase OfEach => Template with { Resources = WithSettings(Template, Settings) };
    }
}
