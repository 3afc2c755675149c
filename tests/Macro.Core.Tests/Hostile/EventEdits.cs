using System.Text;
using System.Text.Json;
using Macro.Json;

namespace Macro.Core.Tests.Hostile;

/// <summary>
/// Everything that can be done to one value of an event: another value in its place, and for members another name, none, or the same
/// one twice.
/// </summary>
internal sealed class EventEdits(byte[] macroEvent)
{
    private static readonly string[] Values =
    [
        "null", "true", "false", "0", "-1", "1e999", "1.10", "\"\"", "\"x\"", $"\"{new string('x', 5000)}\"", """ "\ud800" """.Trim(),
        """ "a,b${c}\n" """.Trim(),
        "[]", "{}", "[null]", "[[]]", """["x"]""", """{"x":1}""", """{"Ref":"Nowhere"}""", """{"Ref":"AWS::NoValue"}""", """{"Ref":[]}""",
        """{"Fn::If":["a"]}""",
        """{"Fn::If":["a",null,{"Ref":"AWS::NoValue"}]}""", """{"Fn::If":["a",[{"Ref":"b"}],{"x":"y"}]}""",
        """{"Fn::GetAtt":["Nowhere","Arn"]}""", """{"Fn::GetAtt":[]}""",
        """{"Fn::Sub":"${Nowhere"}""", """{"Fn::Sub":["${a}",{"a":{"Ref":"Nowhere"}}]}""", """{"Fn::Join":[",",["a",{"Ref":"b"},null]]}""",
        """{"Fn::Select":["9",[]]}""", """{"Fn::FindInMap":["a","b","c"]}""", """{"Fn::Unheard":{}}""",
    ];

    private static readonly string[] Names = ["Other", "", "Ref", "Fn::If", "__proto__", "\\ud800", "a\\nb", "Type", "Properties"];

    private readonly JsonIndex _index = JsonIndex.Read(macroEvent, maxDepth: 1000);

    /// <summary>How many values the event has, itself among them.</summary>
    public int Paths => Rows().Count();

    /// <summary>Every edited event, in the order of the places.</summary>
    public IEnumerable<(string Edit, byte[] Event)> All()
    {
        int? name = null;
        foreach (var row in Enumerable.Range(0, RowCount))
        {
            var (start, end, kind) = (_index[row].Start, _index[row].End, _index[row].Kind);
            if (kind == JsonTokenType.PropertyName)
            {
                name = row;
                continue;
            }
            foreach (var value in Values) yield return ($"{value[..Math.Min(value.Length, 60)]} at {start}", Spliced(start, end, value));
            if (name is { } member)
            {
                var (nameStart, nameEnd) = (_index[member].Start, _index[member].End);
                yield return ($"no member at {nameStart}", Without(nameStart, end));
                yield return ($"two members at {nameStart}", Spliced(nameStart, nameStart, Text(nameStart, end) + ","));
                foreach (var other in Names) yield return ($"the name {other} at {nameStart}", Spliced(nameStart, nameEnd, $"\"{other}\""));
            }
            else if (row > 0)
            {
                yield return ($"no item at {start}", Without(start, end));
                yield return ($"two items at {start}", Spliced(start, start, Text(start, end) + ","));
            }
            name = null;
        }
    }

    /// <summary>Where values and names begin and end, at which a cut tells most.</summary>
    public IEnumerable<int> Boundaries =>
        Enumerable.Range(0, RowCount).SelectMany(row => new[] { _index[row].Start, _index[row].End }).Distinct().Order();

    private int RowCount => _index[0].Next;

    private IEnumerable<int> Rows() => Enumerable.Range(0, RowCount).Where(row => _index[row].Kind != JsonTokenType.PropertyName);

    private string Text(int start, int end) => Encoding.UTF8.GetString(macroEvent, start, end - start);

    private byte[] Spliced(int start, int end, string text) =>
        [.. macroEvent.AsSpan(0, start), .. Encoding.UTF8.GetBytes(text), .. macroEvent.AsSpan(end)];

    /// <summary>Leaves out the comma beside it too.</summary>
    private byte[] Without(int start, int end)
    {
        if (macroEvent[end] == (byte)',') end++;
        else if (macroEvent[start - 1] == (byte)',') start--;
        return Spliced(start, end, "");
    }
}
