namespace Macro.Core.StepFunctions.Definitions;

/// <summary>Tells whether a place in a JSON text is inside a string; the text comes piece by piece, and may be cut anywhere.</summary>
internal struct QuoteScanner
{
    private bool _isEscaped;

    /// <summary>Whether the end of what was read is inside a string.</summary>
    public bool IsInString { get; private set; }

    public void Read(string piece)
    {
        foreach (var character in piece)
        {
            if (character == '"' && !_isEscaped) IsInString = !IsInString;
            _isEscaped = character == '\\' && IsInString && !_isEscaped;
        }
    }
}
