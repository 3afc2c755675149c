using Macro.Core;
using Macro.Core.Pipeline;

namespace Macro.StrykerHost;

/// <summary>The one test that Stryker runs. It is there for what it leaves behind; <c>tests/Macro.Mutants</c> tries the mutants.</summary>
public class MutatedAssembly
{
    [Fact]
    public void Run_MutatedAssembly_IsKept()
    {
        var folder = Directory.CreateDirectory(Path.Combine(AppContext.BaseDirectory, "kept"));
        File.Copy(typeof(MacroTransform).Assembly.Location, Path.Combine(folder.FullName, "Macro.Core.dll"), overwrite: true);

        // Reaches a few mutants: where none is reached, Stryker takes its record of coverage for broken and tries all of them.
        using var response = MacroTransform.Run("{}"u8.ToArray(), new MacroSettings(new Dictionary<string, string>()));
        response.Succeeded.ShouldBeFalse();
    }
}
