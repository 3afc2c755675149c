using Macro.Core.Lambda.Steps;

namespace Macro.Core.Tests.Lambda.Steps;

public sealed class FunctionStepsTests
{
    [Fact]
    public void InOrder_Always_IsThisList() => FunctionSteps.InOrder().Select(step => step.GetType()).ShouldBe(
    [
        typeof(AddLayers), typeof(AllowSigner), typeof(SetVariables), typeof(AppendGitTags), typeof(SetAppSec), typeof(SetTracing),
        typeof(RedirectHandler), typeof(AddTags),
    ]);
}
