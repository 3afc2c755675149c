using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;

namespace Macro.Json.Tests;

/// <summary>
/// Any edits of any JSON: what is written is the edited tree, and every untouched value keeps its bytes, in order.
/// A plain model of the same edits says what the tree should be.
/// </summary>
public sealed class OverlayLaws
{
    [Fact]
    public void Write_AfterAnyEdits_GivesTheEditedTree() => Law.Holds(Cases, edited =>
    {
        var (node, model) = edited.Apply();

        var written = node.ToString();

        JsonElement.DeepEquals(JsonDocument.Parse(written).RootElement, JsonDocument.Parse(model.ToString()).RootElement)
            .ShouldBeTrue($"expected {model}\nwrote    {written}");
    });

    [Fact]
    public void Write_AfterAnyEdits_KeepsTheBytesOfWhatIsUntouched() => Law.Holds(Cases, edited =>
    {
        var (node, model) = edited.Apply();

        var written = node.ToString();

        var position = 0;
        foreach (var bytes in model.Untouched())
        {
            position = written.IndexOf(bytes, position, StringComparison.Ordinal);
            position.ShouldBeGreaterThanOrEqualTo(0, $"{bytes} is not where it was in {written}");
            position += bytes.Length;
        }
    });

    [Fact]
    public void Write_WithoutEdits_GivesTheSameBytes() => Law.Holds(Cases, edited =>
        JsonText.Read(edited.Text).ToString().ShouldBe(edited.Text));

    [Fact]
    public void Write_WhatWasWritten_GivesTheSameBytes() => Law.Holds(Cases, edited =>
    {
        var written = edited.Apply().Node.ToString();

        JsonText.Read(written).ToString().ShouldBe(written);
    });

    private static Gen<EditedJson> Cases =>
        from root in Objects(4)
        from pretty in Gen.Elements(0, 1, 2)
        from edits in Gen.ListOf(Gen.Choose(0, int.MaxValue - 1).Two())
        select new EditedJson(root.Written(pretty), [.. edits.Select(pair => (pair.Item1, pair.Item2))]);

    private static Gen<JsonModel> Values(int depth) => depth == 0
        ? Scalars
        : Gen.Frequency((3, Scalars), (2, Objects(depth - 1)), (2, Arrays(depth - 1)));

    private static Gen<JsonModel> Scalars => Gen.Elements(
        "1", "1.10", "-0", "1E+2", "12345678901234567890", "true", "false", "null",
        "\"\"", "\"text\"", "\"\\u00e9\"", "\"é\"", "\"a,b}]\"", "\"\\\"{\\\\\"")
        .Select(JsonModel.Scalar);

    private static Gen<JsonModel> Objects(int depth) =>
        from names in Gen.SubListOf("a", "\\u0062", "é", "q\\\"", "Ref", "Fn::If", "x,}", "")
        from values in Gen.ListOf(Values(depth), names.Count)
        select JsonModel.Object(names.Zip(values));

    private static Gen<JsonModel> Arrays(int depth) => Gen.ListOf(Values(depth)).Select(JsonModel.Array);

    /// <summary>JSON text with edits, each a place to go to and a thing to do there.</summary>
    private sealed record EditedJson(string Text, (int Place, int Deed)[] Edits)
    {
        public (Node Node, JsonModel Model) Apply()
        {
            var (node, model) = (JsonText.Read(Text), JsonModel.Read(JsonDocument.Parse(Text).RootElement));
            foreach (var (place, deed) in Edits) Edit(node, model, new Random(place), deed);
            return (node, model);
        }

        public override string ToString() => $"{Text} edited by {string.Join(' ', Edits)}";

        private static void Edit(Node node, JsonModel model, Random way, int deed)
        {
            model.IsTouched = true;
            var containers = Enumerable.Range(0, model.Items.Count).Where(i => model.Items[i].IsContainer).ToList();
            if (containers.Count > 0 && way.Next(3) > 0)
            {
                var i = containers[way.Next(containers.Count)];
                Edit(node is ObjectNode inner ? inner[model.Names[i]]! : ((ArrayNode)node)[i], model.Items[i], way, deed);
            }
            else if (node is ObjectNode @object)
            {
                EditObject(@object, model, deed);
            }
            else
            {
                EditArray((ArrayNode)node, model, deed);
            }
        }

        private static void EditObject(ObjectNode node, JsonModel model, int deed)
        {
            var name = model.Names.Count > 0 && deed % 4 != 0 ? model.Names[deed / 4 % model.Names.Count] : $"new é{deed % 3}";
            var remove = deed % 4 == 1;
            node[name] = remove ? null : New(deed).Node;
            model.Set(name, remove ? null : New(deed).Model);
        }

        private static void EditArray(ArrayNode node, JsonModel model, int deed)
        {
            if (model.Items.Count > 0 && deed % 3 == 0)
            {
                node[deed % model.Items.Count] = New(deed).Node;
                model.Items[deed % model.Items.Count] = New(deed).Model;
            }
            else
            {
                node.Add(New(deed).Node);
                model.Items.Add(New(deed).Model);
            }
        }

        private static (Node Node, JsonModel Model) New(int deed) => (deed % 5) switch
        {
            0 => (new ObjectNode(), JsonModel.Object([])),
            1 => (new ArrayNode { "new" }, JsonModel.Array([JsonModel.Scalar("\"new\"")])),
            2 => (new ObjectNode { { "new", new ArrayNode() } }, JsonModel.Object([("new", JsonModel.Array([]))])),
            _ => ($"new {deed}", JsonModel.Scalar($"\"new {deed}\"")),
        };
    }
}
