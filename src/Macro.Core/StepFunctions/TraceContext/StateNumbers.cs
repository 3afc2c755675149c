using System.Globalization;
using Macro.Core.Pipeline;

namespace Macro.Core.StepFunctions.TraceContext;

/// <summary>Remembers states by their number in the order of the definition, short enough for a tag.</summary>
internal sealed class StateNumbers(string name, InstrumentationMemory memory)
{
    private readonly List<int> _numbers = [];

    public void Add(int number)
    {
        if (memory.IsRecording) _numbers.Add(number);
    }

    /// <summary>Whether the state was remembered by an earlier <see cref="Save"/>.</summary>
    public bool Has(int number) =>
        memory.Recall(name)?.Split(' ').Contains(number.ToString(CultureInfo.InvariantCulture)) is true;

    public void Save()
    {
        if (_numbers.Count > 0) memory.Remember(name, string.Join(' ', _numbers));
    }
}
