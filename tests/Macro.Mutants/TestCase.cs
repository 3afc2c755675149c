using System.Diagnostics.CodeAnalysis;
using System.Reflection;

namespace Macro.Mutants;

/// <summary>A test method with one row of arguments.</summary>
internal sealed record TestCase(string Name, MethodInfo Method, object?[] Arguments)
{
    /// <summary>Runs the test; null when it passes, otherwise why it failed.</summary>
    [SuppressMessage("Design", "CA1031", Justification = "Whatever a test throws is its failure.")]
    public string? Run()
    {
        object? instance = null;
        try
        {
            instance = Method.IsStatic ? null : Activator.CreateInstance(Method.DeclaringType!);
            if (Method.Invoke(instance, [.. Arguments]) is Task task) task.GetAwaiter().GetResult();
            return null;
        }
        catch (Exception failure)
        {
            var cause = (failure as TargetInvocationException)?.InnerException ?? failure;
            return $"{cause.GetType().Name}: {cause.Message}".ReplaceLineEndings(" ").Replace('\t', ' ');
        }
        finally
        {
            (instance as IDisposable)?.Dispose();
        }
    }
}
