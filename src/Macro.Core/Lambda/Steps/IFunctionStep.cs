using Macro.Core.Pipeline;

namespace Macro.Core.Lambda.Steps;

/// <summary>One effect on a function. Doing it twice does no more than doing it once.</summary>
internal interface IFunctionStep
{
    void Apply(LambdaFunction function, InstrumentationContext context);
}
