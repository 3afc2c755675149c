using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace Macro.Mutants;

/// <summary>
/// The class <c>MutantControl</c> that Stryker puts into the assembly: it says which mutant is on, and records which were reached.
/// </summary>
internal sealed class MutantSwitch(Assembly mutated)
{
    private readonly Type _control = mutated.GetTypes().Single(type => type.Name == "MutantControl");

    /// <summary>The mutant that is on; -1 for none.</summary>
    public int Active
    {
        set => _control.GetField("ActiveMutant")!.SetValue(null, value);
    }

    /// <summary>Begins to record what is reached.</summary>
    public void Record() => _control.GetField("CaptureCoverage")!.SetValue(null, true);

    /// <summary>The mutants that were reached since the last call, and of these the ones in a static initializer.</summary>
    public (IList<int> All, IList<int> Static) TakeReached()
    {
        var reached = (IList<int>[])_control.GetMethod("GetCoverageData")!.Invoke(null, null)!;
        return (reached[0], reached[1]);
    }

    /// <summary>Runs all static initializers, so that no test does.</summary>
    [SuppressMessage("Design", "CA1031", Justification = "An initializer that throws does so again in the test that needs it.")]
    public void InitializeStatics()
    {
        foreach (var type in mutated.GetTypes().Where(type => !type.ContainsGenericParameters && type != _control))
        {
            try
            {
                RuntimeHelpers.RunClassConstructor(type.TypeHandle);
            }
            catch (Exception)
            {
            }
        }
    }
}
