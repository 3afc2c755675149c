using Macro.Cli.Templates.Reading;

namespace Macro.Cli.Yaml.Syntax;

/// <summary>
/// The places where a key without a question mark may have begun, one for each level of brackets and braces. Only the colon after it
/// shows that it was a key.
/// </summary>
internal sealed class KeyCandidates(TextCursor cursor)
{
    // YAML requires the colon on the same line, within this many characters.
    private const int MaxLength = 1024;

    private readonly Dictionary<int, Candidate> _byLevel = [];

    /// <summary>A key that may have begun.</summary>
    /// <param name="TokenNumber">The number of its first token.</param>
    /// <param name="IsRequired">Whether the text cannot be anything but a key, by its indentation.</param>
    /// <param name="Index">Its offset.</param>
    /// <param name="Column">Its column.</param>
    /// <param name="Position">Its line and column, counted from 1.</param>
    public sealed record Candidate(int TokenNumber, bool IsRequired, int Index, int Column, TextPosition Position);

    /// <summary>Whether a token may be the start of a key, so that it must not be given out yet.</summary>
    public bool Includes(int tokenNumber)
    {
        RemoveStale();
        foreach (var candidate in _byLevel.Values)
        {
            if (candidate.TokenNumber == tokenNumber)
                return true;
        }
        return false;
    }

    /// <summary>Adds the current place.</summary>
    public void Add(int level, int tokenNumber, bool isRequired)
    {
        Remove(level);
        _byLevel[level] = new(tokenNumber, isRequired, cursor.Index, cursor.Column, cursor.Position);
    }

    /// <summary>Takes the candidate of a level, because its colon follows.</summary>
    public Candidate? Take(int level) => _byLevel.Remove(level, out var found) ? found : null;

    /// <summary>Removes the candidate of a level, because something else than a colon follows.</summary>
    /// <exception cref="YamlSyntaxException">It had to be a key.</exception>
    public void Remove(int level)
    {
        if (_byLevel.Remove(level, out var candidate) && candidate.IsRequired)
            throw MissingColon(candidate);
    }

    /// <summary>Removes the candidates whose colon can no longer follow.</summary>
    /// <exception cref="YamlSyntaxException">One of them had to be a key.</exception>
    public void RemoveStale()
    {
        foreach (var (level, candidate) in _byLevel)
        {
            if (candidate.Position.Line != cursor.Line || cursor.Index - candidate.Index > MaxLength)
                Remove(level);
        }
    }

    private static YamlSyntaxException MissingColon(Candidate candidate) => new(
        candidate.Position, "No colon follows this key.", "Write a colon and a space after it, or indent it deeper than the key above.");
}
