using Macro.Core.Configuration;
using Macro.Core.Tests.Laws.Cases;
using Macro.Core.Tests.Support;

namespace Macro.Core.Tests.Laws;

/// <summary>The laws say something only where the generator reaches what they are about.</summary>
public sealed class GeneratorTests
{
    [Fact]
    public void Names_AreThoseOfTheCatalog() => ParameterCatalog.Names.Except(SettingsCase.Names).ShouldBeEmpty();

    [Fact]
    public void Fitting_Cases_InstrumentOften()
    {
        var (all, succeeded, functions, machines, forwards, extensions) = (0, 0, 0, 0, 0, 0);

        Law.Visit(TemplateCase.Fitting, template =>
        {
            var run = template.Run();
            all++;
            if (!run.Succeeded) return;
            succeeded++;
            if (run.Instrumented.Any(id => id.StartsWith('F'))) functions++;
            if (run.Instrumented.Any(id => id.StartsWith('M'))) machines++;
            if (run.Text.Contains("DatadogLogSubscription", StringComparison.Ordinal)) forwards++;
            if (run.Text.Contains(":layer:Datadog-Extension", StringComparison.Ordinal)) extensions++;
        });

        succeeded.ShouldBeGreaterThan(all / 2);
        functions.ShouldBeGreaterThan(all / 3);
        machines.ShouldBeGreaterThan(all / 20);
        forwards.ShouldBeGreaterThan(all / 20);
        extensions.ShouldBeGreaterThan(all / 20);
    }

    [Fact]
    public void Hostile_Cases_SucceedAndFailOften()
    {
        var (all, succeeded, instrumented) = (0, 0, 0);

        Law.Visit(HostileCase.Cases, hostile =>
        {
            var run = hostile.Run();
            all++;
            if (run.Succeeded) succeeded++;
            if (run.Instrumented.Count > 0) instrumented++;
        });

        succeeded.ShouldBeInRange(all / 4, all - all / 10);
        instrumented.ShouldBeGreaterThan(all / 5);
    }
}
