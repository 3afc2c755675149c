using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;

namespace Macro.Core.Tests.Laws.Cases;

/// <summary>An event as nobody should send it: a template as people write it, with wrong things at any place of it.</summary>
/// <param name="Template">What it was made of.</param>
/// <param name="Event">Its text.</param>
internal sealed record HostileCase(TemplateCase Template, string Event)
{
    private static readonly string[] Values =
    [
        "null", "true", "0", "-1", "1e999", "-0.0", new('9', 400), "\"\"", "\"text\"", "\"\\ud800\"", "\"\\udc00\\ud800 x\"",
        "\"\\u0000\\u001b[31m\\u202e\"", $"\"{new string('a', 70_000)}\"", "\"__proto__\"",
        "[]", "{}", "[[]]", "[null]", "[{}]", """{"":{}}""", """{"__proto__":{"constructor":1}}""", """{"a":1,"a":2}""",
        """{"\u0061":1,"a":2}""", """{"\ud800":1,"\ud800":2}""",
        """{"Ref":null}""", """{"Ref":""}""", """{"Ref":"\ud800"}""", """{"Ref":"__proto__"}""", """{"Ref":["a"]}""",
        """{"Ref":"AWS::NoValue"}""", """{"Ref":"F0"}""", """{"Ref":"Given","Fn::Sub":"b"}""",
        """{"Fn::GetAtt":[]}""", """{"Fn::GetAtt":"."}""", """{"Fn::GetAtt":["F0",7]}""", """{"Fn::GetAtt":["Group.Arn"]}""",
        """{"Fn::Sub":"${"}""", """{"Fn::Sub":"${}${!}${${F0}}${ F0 .Arn}${!x}$"}""",
        """{"Fn::Sub":[]}""", """{"Fn::Sub":["${a}",{"a":{"Fn::Sub":["${a}",{"a":{"Ref":"Given"}}]}}]}""", """{"Fn::Sub":["${a}",7]}""",
        """{"Fn::Sub":{"Fn::Sub":"${F0}"}}""", """{"Fn::If":[]}""",
        """{"Fn::If":["Loop",{"Ref":"AWS::NoValue"},{"Ref":"AWS::NoValue"}]}""", """{"Fn::If":[{"Ref":"x"},[],{}]}""",
        """{"Fn::If":["Unknown",{"Fn::If":["No",1,[]]},{"Fn::If":["\ud800",{},"x"]}]}""",
        """{"Fn::FindInMap":["Nowhere","a","b"]}""", """{"Fn::FindInMap":["Runtimes",{"Ref":"AWS::Region"}]}""",
        """{"Fn::FindInMap":["Runtimes","us-east-1",{"Fn::FindInMap":["Runtimes","us-east-1","node"]}]}""",
        """{"Fn::Join":[]}""", """{"Fn::Join":["",{"Ref":"ListUnknown"}]}""", """{"Fn::Join":[7,["a",["b"]]]}""",
        """{"Fn::Select":["-1",[]]}""",
        """{"Fn::Select":["+0",["python3.12"]]}""", """{"Fn::Select":["99999999999",["a"]]}""", """{"Fn::Select":["3",["a"]]}""",
        """{"Fn::Select":[0,{"Ref":"ListEmpty"}]}""",
        """{"Fn::Split":["","a"]}""", """{"Fn::Split":[",",{"Fn::Sub":"a,${Given},,"}]}""", """{"Fn::Unknown":{}}""",
        """{"Condition":"Loop"}""", """{"Fn::And":[]}""", """{"Fn::Transform":{"Name":"X"}}""", """{"Fn::ToJsonString":{"States":{}}}""",
        """{"Type":"AWS::Lambda::Function","Properties":{"Runtime":"python3.12","Handler":"a.b"}}""",
        """[{"Key":"dd_sls_macro","Value":[]},{"Key":7},{"Value":"x"},"a"]""",
        Nested(400, "[", "]"), Nested(300, """{"Fn::If":["Unknown",""", ",[]]}"), Nested(200, """{"Fn::Join":["",[""", "]]}"),
        Nested(150, """{"Fn::Sub":["${a}",{"a":""", "}]}"), Nested(980, """{"a":""", "}"),
        """
        {"Yes":{"Condition":"No"},"No":{"Fn::Not":[{"Condition":"Yes"}]},
          "Loop":{"Fn::Or":[{"Condition":"Loop"},{"Condition":"Unknown"}]},"Unknown":{"Fn::Equals":[{"Fn::If":["Unknown","a","b"]},"a"]}}
        """,
    ];

    private static readonly string[] Names =
    [
        "__proto__", "constructor", "", "\\ud800", "\\u0000", "\\u202e", new('n', 5_000), "Ref", "Fn::If", "Fn::Sub", "Fn::ForEach::X",
        "Condition", "Properties", "Type", "a.b[0]", "${F0}", "*", "?", "DatadogServerless", "Resources", "\\u0052esources", "Value",
        "F0", "DD_SITE", "Variables", "CDKMetadata", "é", "\\\"",
    ];

    /// <summary>Any event with a few wrong things in it.</summary>
    public static Gen<HostileCase> Cases => With("");

    /// <summary>The same, but what is a secret stays one: the template's parameters are as they were.</summary>
    public static Gen<HostileCase> WithParametersAsTheyWere => With("Parameters");

    public override string ToString() => $"{Event}\nin a process with {string.Join(' ', Template.Settings.Process)}";

    private static Gen<HostileCase> With(string sectionToSpare) =>
        from template in TemplateCase.Any
        from deeds in Gen.Choose(1, 4).SelectMany(count => Gen.ListOf(Gen.Choose(0, int.MaxValue - 1).Two(), count))
        select new HostileCase(template, Changed(template, deeds, sectionToSpare));

    private static string Changed(TemplateCase template, IEnumerable<(int Place, int Deed)> deeds, string sectionToSpare)
    {
        using var document = JsonDocument.Parse(template.Event);
        var root = JsonTree.Read(document.RootElement);
        foreach (var (place, deed) in deeds) Change(Within(root, place, sectionToSpare), deed);
        return root.Written(template.Style);
    }

    /// <summary>Mostly a property of a resource or what is in it, sometimes a section, the settings, or the event as a whole.</summary>
    private static JsonTree Within(JsonTree root, int place, string sectionToSpare)
    {
        var random = new Random(place);
        var fragment = root.Members.Find(member => member.Name == "fragment").Value ?? root;
        var sections = fragment.Members.Where(member => member.Name != sectionToSpare).Select(member => member.Value).ToList();
        var resources = fragment.Members.Find(member => member.Name == "Resources").Value ?? fragment;
        var properties = resources.Members.Where(resource => resource.Value.Open == '{').SelectMany(resource => resource.Value.Members)
            .Where(member => member.Name == "Properties").SelectMany(member => member.Value.Members).Select(member => member.Value);
        IEnumerable<JsonTree> candidates = random.Next(10) switch
        {
            0 => sections,
            1 => root.Members.Where(member => member.Name == "params").SelectMany(member => member.Value.All),
            2 => sections.SelectMany(section => section.All),
            3 when sectionToSpare.Length == 0 => root.All,
            4 or 5 or 6 => properties,
            _ => resources.Members.Count == 0 ? resources.All : resources.Members[random.Next(resources.Members.Count)].Value.All,
        };
        return candidates.DefaultIfEmpty(resources).ElementAt(random.Next(Math.Max(1, candidates.Count())));
    }

    private static void Change(JsonTree tree, int deed)
    {
        var random = new Random(deed);
        var member = tree.Members.Count == 0 ? -1 : random.Next(tree.Members.Count);
        switch (random.Next(member < 0 ? 4 : 8))
        {
            case 4:
                tree.Members[member] = (Names[random.Next(Names.Length)], tree.Members[member].Value);
                break;
            case 5:
                tree.Members.Add((
                    tree.Members[member].Name,
                    random.Next(2) == 0 ? tree.Members[member].Value : JsonTree.Raw(Values[random.Next(Values.Length)])));
                break;
            case 6:
                tree.Members.RemoveAt(member);
                break;
            case 7:
                tree.Members.Insert(member, (Names[random.Next(Names.Length)], JsonTree.Raw(Values[random.Next(Values.Length)])));
                break;
            case 0:
                tree.Become(Wrapped(tree.Written(0), random.Next(8)));
                break;
            default:
                tree.Become(Values[random.Next(Values.Length)]);
                break;
        }
    }

    private static string Wrapped(string json, int way) => way switch
    {
        0 => $$"""{"Fn::If":["Unknown",{{json}},{"Ref":"AWS::NoValue"}]}""",
        1 => $$"""{"Fn::If":["Yes",{"Ref":"AWS::NoValue"},{{json}}]}""",
        2 => $$"""{"Fn::If":["Loop",{{json}},{{json}}]}""",
        3 => $"[{json}]",
        4 => $"[{json},{json}]",
        5 => $$"""{"Fn::Select":["0",[{{json}}]]}""",
        6 => $$"""{"Fn::Join":["",[{{json}}]]}""",
        _ => $$"""{"Fn::Sub":["${x}",{"x":{{json}}}]}""",
    };

    private static string Nested(int times, string open, string close) =>
        string.Concat(Enumerable.Repeat(open, times)) + "\"x\"" + string.Concat(Enumerable.Repeat(close, times));
}
