using System.Globalization;
using Macro.Core.Pipeline;

namespace Macro.Core.StepFunctions.TraceContext;

/// <summary>Stores a set of states by their positions in the definition, in a form that is short enough for a tag.</summary>
internal sealed class StateNumbers(string name, InstrumentationMemory memory)
{
    private readonly List<int> _numbers = [];

    public void Add(int number)
    {
        if (memory.IsRecording) _numbers.Add(number);
    }

    /// <summary>Whether an earlier <see cref="Save"/> stored the state.</summary>
    public bool Has(int number) =>
        memory.Recall(name)?.Split(' ').Contains(number.ToString(CultureInfo.InvariantCulture)) is true;

    public void Save()
    {
        if (_numbers.Count > 0) memory.Remember(name, string.Join(' ', _numbers));
    }
}
