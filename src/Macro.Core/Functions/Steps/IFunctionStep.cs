namespace Macro.Core.Functions.Steps;

/// <summary>One effect on a function. Doing it twice does no more than doing it once.</summary>
internal interface IFunctionStep
{
    void Apply(LambdaFunction function, Deployment deployment);
}
