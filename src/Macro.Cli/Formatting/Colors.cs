namespace Macro.Cli.Formatting;

/// <summary>Colors of words in lines that are not laid out for a terminal.</summary>
/// <param name="isOn">Whether the output may have colors.</param>
internal sealed class Colors(bool isOn)
{
    public string Red(string text) => Paint("31", text);

    public string Yellow(string text) => Paint("33", text);

    public string Bold(string text) => Paint("1", text);

    private string Paint(string code, string text) => isOn ? $"\e[{code}m{text}\e[0m" : text;
}
