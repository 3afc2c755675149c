namespace Macro.Core.Tests.LogForwarding;

public class PurityTests
{
    [Fact]
    public void Core_Assembly_CannotReachTheNetwork() =>
        typeof(MacroTransform).Assembly.GetReferencedAssemblies().Select(assembly => assembly.Name)
            .ShouldNotContain(
                name => name!.StartsWith("System.Net", StringComparison.Ordinal) || name.StartsWith("AWSSDK", StringComparison.Ordinal));
}
