namespace Macro.Core.StepFunctions.Definitions;

/// <summary>Tracks whether a position in a JSON text is inside a string. The text is read in pieces of any size.</summary>
internal struct QuoteScanner
{
    private bool _isEscaped;

    /// <summary>Whether the end of the text so far is inside a string.</summary>
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
