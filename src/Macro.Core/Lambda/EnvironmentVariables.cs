using System.Runtime.InteropServices;
using System.Text;
using Macro.CloudFormation.Intrinsics;
using Macro.Json;

namespace Macro.Core.Lambda;

/// <summary>The environment variables of a function; where they stand under <c>Fn::If</c>, an edit reaches every branch.</summary>
internal sealed class EnvironmentVariables
{
    private static readonly MemberName Environment = "Environment";
    private static readonly MemberName Variables = "Variables";
    private readonly List<ObjectNode> _branches = [];
    private readonly ObjectNode? _inherited;

    public EnvironmentVariables(ObjectNode properties, ObjectNode? inherited)
    {
        _inherited = (inherited?["Environment"u8] as ObjectNode)?["Variables"u8] as ObjectNode;
        ConditionalValue.Edit(properties, Environment, environment =>
        {
            var section = environment as ObjectNode ?? [];
            ConditionalValue.Edit(section, Variables, Open);
            return section;
        });
    }

    /// <summary>
    /// The bytes that names and values are certain to have in the branch that has most, inherited ones too; of an expression only the
    /// variable's name counts.
    /// </summary>
    public int Bytes => _branches.Max(branch => branch.CountTextBytes(Intrinsic.IsNoValue) + InheritedBytes(branch));

    /// <summary>Whether variables can be added to what stands there: an object, nothing, or <c>Fn::If</c> over these.</summary>
    public static bool CanEdit(ObjectNode properties) => ConditionalValue.All(properties["Environment"u8], environment =>
        environment is null || environment is ObjectNode section && !Intrinsic.Is(section) && ConditionalValue.All(section["Variables"u8], variables =>
            variables is null || variables is ObjectNode && !Intrinsic.Is(variables)));

    /// <summary>What a variable is in each branch, by inheritance too; null where it is not set.</summary>
    public IEnumerable<Node?> Values(MemberName name) => _branches.Select(branch => Value(branch, name));

    /// <summary>Sets each variable where it is not set.</summary>
    public void SetIfAbsent(List<KeyValuePair<MemberName, Node>> variables)
    {
        if (_inherited is not null) variables = variables.FindAll(variable => !_inherited.Contains(variable.Key.Utf8));
        foreach (var branch in _branches) branch.AddAbsent(Intrinsic.IsNoValue, CollectionsMarshal.AsSpan(variables));
    }

    /// <summary>Sets a variable where it is not set.</summary>
    public void SetIfAbsent(MemberName name, Node value)
    {
        if (_inherited?.Contains(name.Utf8) is true) return;
        foreach (var branch in _branches) branch.AddAbsent(Intrinsic.IsNoValue, KeyValuePair.Create(name, value));
    }

    /// <summary>Sets a variable, in place of one of that name.</summary>
    public void Set(MemberName name, Node value) => Edit(name, _ => value);

    /// <summary>Replaces a variable in each branch by what <paramref name="edit"/> makes of it.</summary>
    public void Edit(MemberName name, Func<Node?, Node> edit)
    {
        foreach (var branch in _branches)
        {
            var current = Value(branch, name);
            var edited = edit(current);
            if (!ReferenceEquals(current, edited)) branch[name] = edited;
        }
    }

    private Node? Value(ObjectNode branch, MemberName name) => branch[name] is { } own ? (Intrinsic.IsNoValue(own) ? null : own) : _inherited?[name];

    private int InheritedBytes(ObjectNode branch) => _inherited is null ? 0 : _inherited
        .Where(variable => branch[variable.Key] is null && !Intrinsic.IsNoValue(variable.Value))
        .Sum(variable => Encoding.UTF8.GetByteCount(variable.Key) + ((variable.Value as ScalarNode)?.TextBytes ?? 0));

    private ObjectNode Open(Node? variables)
    {
        var branch = variables as ObjectNode ?? [];
        _branches.Add(branch);
        return branch;
    }
}
