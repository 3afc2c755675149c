using FsCheck;
using FsCheck.Fluent;

namespace Macro.Core.Tests.Laws.Cases;

/// <summary>The macro's parameters, from every source but a resource's own.</summary>
/// <param name="Stack">Names and values of the transform's parameters, or of the mapping.</param>
/// <param name="InMapping">Whether they stand in <c>Mappings.Datadog.Parameters</c>.</param>
/// <param name="Process">The macro's own environment variables.</param>
internal sealed partial record SettingsCase(
    IReadOnlyList<(string Name, Given Value)> Stack, bool InMapping, IReadOnlyList<(string Name, string Value)> Process)
{
    public const string Forwarder = "arn:aws:lambda:us-east-1:123456789012:function:forwarder";

    /// <summary>Settings that usually fit.</summary>
    public static Gen<SettingsCase> Fitting =>
        from layers in Gen.Frequency(
            (5, Gen.Constant(Layers)), (1, Gen.Constant(LayerArns)), (1, Gen.SubListOf(Layers).Select(some => some.ToArray())))
        from way in Gen.Elements(Ways)
        from free in Gen.ListOf(Gen.Elements(Free), 6)
        from count in Gen.Choose(0, 6)
        from picks in Gen.ListOf(Gen.Choose(0, 59), layers.Length + way.Length + 2 * free.Count)
        from inMapping in Gen.Elements(false, false, false, true)
        from process in Gen.SubListOf(Variables)
        from hasProcess in Gen.Elements(true, false, false)
        select new SettingsCase(
            Pick(layers.Concat(way).Concat(free.Take(count).SelectMany(row => row)), picks), inMapping, hasProcess ? [.. process] : []);

    /// <summary>Settings of which every third has mistakes.</summary>
    public static Gen<SettingsCase> Any =>
        from fitting in Fitting
        from mistakes in Gen.ListOf(Gen.Elements(Mistakes), 3)
        from variables in Gen.SubListOf(WrongVariables)
        from count in Gen.Elements(0, 0, 0, 0, 1, 3)
        select fitting.With([.. mistakes.Take(count)]) with
        {
            Process = count < 3 ? fitting.Process : [.. variables.Concat(fitting.Process).DistinctBy(variable => variable.Name)]
        };

    /// <summary>What one resource says under <c>Metadata.Datadog</c>; mostly nothing.</summary>
    public static Gen<IReadOnlyList<(string Name, Given Value)>> OfResource =>
        from rows in Gen.ListOf(Gen.Elements(Own), 2)
        from picks in Gen.ListOf(Gen.Choose(0, 59), 4)
        from which in Gen.Choose(0, 9)
        select which switch
        {
            0 => [("enabled", Given.Raw("false"))],
            1 => [("enabled", Given.Text("true"))],
            2 or 3 => Pick(rows.SelectMany(row => row), picks),
            _ => (IReadOnlyList<(string, Given)>)[],
        };

    /// <summary>Settings that a resource may have, and the stack as well.</summary>
    public static Gen<IReadOnlyList<(string Name, Given Value)>> OfEither =>
        from rows in Gen.ListOf(Gen.Elements(Own), 5)
        from picks in Gen.ListOf(Gen.Choose(0, 59), 5)
        select Pick(rows.SelectMany(row => row), picks);

    /// <summary>Every name that the generator knows.</summary>
    public static IEnumerable<string> Names => Free.Concat(Ways).Append(Layers).Append(LayerArns)
        .SelectMany(row => row).Select(parameter => parameter.Name).Concat(Mistakes.Select(mistake => mistake.Name));

    public string Json => Piece.Object(Stack);

    /// <summary>These settings with others in their place, or beside them.</summary>
    public SettingsCase With(params IReadOnlyList<(string Name, Given Value)> more) =>
        this with
        {
            Stack =
            [
                .. Stack.Where(setting => !more.Any(other => other.Name == setting.Name)).Concat(more).DistinctBy(setting => setting.Name),
            ],
        };

    private static IReadOnlyList<(string, Given)> Pick(IEnumerable<(string Name, Given[] Values)> parameters, List<int> picks) =>
        [.. parameters.Select((parameter, i) => (parameter.Name, parameter.Values[picks[i] % parameter.Values.Length]))
            .DistinctBy(setting => setting.Name)];
}
