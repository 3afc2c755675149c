using Macro.Core.StepFunctions.Steps;

namespace Macro.Core.Tests.StepFunctions.Steps;

public sealed class StateMachineStepsTests
{
    [Fact]
    public void InOrder_Always_IsThisList() => StateMachineSteps.InOrder().Select(step => step.GetType()).ShouldBe(
        [
            typeof(SetLogLevel), typeof(AddLogGroup), typeof(AllowLogDelivery), typeof(SubscribeForwarder), typeof(AddTags),
            typeof(AddTraceContext),
        ]);
}
