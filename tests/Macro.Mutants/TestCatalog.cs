using System.Collections;
using System.Globalization;
using System.Reflection;

namespace Macro.Mutants;

/// <summary>
/// Finds the tests of an assembly. Only what our tests use of xunit is known: facts, and theories with inline and member data.
/// </summary>
internal static class TestCatalog
{
    private const BindingFlags Declared = BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;
    private const BindingFlags Source = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.FlattenHierarchy;

    /// <summary>
    /// Methods and classes left out: each test takes as long as hundreds of others, which a mutant that lives would take again.
    /// </summary>
    private static readonly string[] Slow =
    [
        "BadInputTests.Run_AnyByteChanged_NeverThrows",
        "EvaluatorTests.Text_OfAVeryLongChainOfConditions_IsUnknownAndDoesNotOverflow",
        "BoundTests",
        "RealEventTests",
    ];

    /// <summary>Each test, a theory's once for each row.</summary>
    public static IEnumerable<TestCase> Find(Assembly tests) =>
        from type in tests.GetTypes().OrderBy(type => type.FullName, StringComparer.Ordinal)
        where !type.IsAbstract || type.IsSealed
        from method in type.GetMethods(Declared)
        where !Slow.Contains(type.Name) && !Slow.Contains($"{type.Name}.{method.Name}")
        let name = $"{type.FullName}.{method.Name}"
        from test in Rows(method).Select((row, i) => new TestCase($"{name}#{i}", method, Fit(row, method.GetParameters())))
        select test;

    private static IEnumerable<object?[]> Rows(MethodInfo method)
    {
        foreach (var attribute in method.GetCustomAttributes(inherit: true))
        {
            switch (attribute.GetType().Name)
            {
                case "FactAttribute":
                    yield return [];
                    break;
                case "InlineDataAttribute":
                    yield return (object?[]?)Get(attribute, "Data") ?? [null];
                    break;
                case "MemberDataAttribute":
                    var owner = (Type?)Get(attribute, "MemberType") ?? method.DeclaringType!;
                    foreach (var row in Member(owner, (string)Get(attribute, "MemberName")!)) yield return Row(row);
                    break;
            }
        }
    }

    private static object? Get(object attribute, string property) => attribute.GetType().GetProperty(property)!.GetValue(attribute);

    private static IEnumerable Member(Type owner, string name)
    {
        var value = owner.GetProperty(name, Source)?.GetValue(null) ?? owner.GetField(name, Source)?.GetValue(null);
        return (IEnumerable)(value ?? owner.GetMethod(name, Source)!.Invoke(null, null))!;
    }

    private static object?[] Row(object row) =>
        row as object?[] ?? (object?[])row.GetType().GetInterface("ITheoryDataRow")!.GetMethod("GetData")!.Invoke(row, null)!;

    /// <summary>
    /// Makes the arguments that xunit would: <c>params</c> into an array, default values, numbers of the parameter's type.
    /// </summary>
    private static object?[] Fit(object?[] row, ParameterInfo[] parameters)
    {
        var isWhole = row.Length == parameters.Length && (row.Length == 0 || IsA(row[^1], parameters[^1].ParameterType));
        if (!isWhole && parameters is [.., var last] && last.IsDefined(typeof(ParamArrayAttribute)))
        {
            var rest = Array.CreateInstance(last.ParameterType.GetElementType()!, row.Length - parameters.Length + 1);
            Array.Copy(row, parameters.Length - 1, rest, 0, rest.Length);
            row = [.. row[..(parameters.Length - 1)], rest];
        }
        return [.. parameters.Select((parameter, i) => i < row.Length ? Convert(row[i], parameter.ParameterType) : parameter.DefaultValue)];
    }

    private static bool IsA(object? value, Type type) => value is null || type.IsInstanceOfType(value);

    private static object? Convert(object? value, Type type) =>
        IsA(value, type) || !type.IsPrimitive ? value : System.Convert.ChangeType(value, type, CultureInfo.InvariantCulture);
}
