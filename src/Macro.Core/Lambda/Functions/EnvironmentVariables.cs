using Macro.CloudFormation.Intrinsics;
using Macro.Core.Pipeline;
using Macro.Json;

namespace Macro.Core.Lambda.Functions;

/// <summary>The environment variables of a function. An edit applies to every branch of <c>Fn::If</c>.</summary>
internal sealed class EnvironmentVariables
{
    private static readonly MemberName Environment = "Environment";
    private static readonly MemberName Variables = "Variables";
    private readonly ObjectNode? _inherited;
    private readonly ResourceEditor _editor;
    private BranchList<ObjectNode> _branches;

    /// <summary>Opens the variables.</summary>
    /// <param name="properties">The function's properties.</param>
    /// <param name="inherited">Properties that SAM adds from <c>Globals</c>; null for none.</param>
    /// <param name="editor">Records and makes the edits.</param>
    public EnvironmentVariables(ObjectNode properties, ObjectNode? inherited, ResourceEditor editor)
    {
        _editor = editor;
        _inherited = (inherited?["Environment"u8] as ObjectNode)?["Variables"u8] as ObjectNode;
        ConditionalValue.Edit(properties, Environment, this, static (environment, self) =>
        {
            var section = environment as ObjectNode ?? [];
            ConditionalValue.Edit(section, Variables, self, static (variables, self) => self.Open(variables));
            return section;
        });
    }

    /// <summary>
    /// The minimum size of the variables in bytes, inherited ones included, in the largest branch. Lambda measures them as one JSON object.
    /// An expression counts as an empty string.
    /// </summary>
    /// <remarks>
    /// Source: the message of Lambda in https://github.com/github-aws-runners/terraform-aws-github-runner/issues/3594
    /// </remarks>
    public int Bytes
    {
        get
        {
            var bytes = 0;
            foreach (var branch in _branches) bytes = Math.Max(bytes, BytesOf(branch));
            return bytes;
        }
    }

    /// <summary>An upper bound of <see cref="Bytes"/>, which takes less time.</summary>
    public int MaxBytes
    {
        get
        {
            var bytes = 0;
            foreach (var branch in _branches) bytes = Math.Max(bytes, branch.MaxJsonBytes());
            return bytes + (_inherited?.MaxJsonBytes() ?? 0) + "{}".Length;
        }
    }

    /// <summary>Whether variables can be added: the property must be an object, absent, or <c>Fn::If</c> over these.</summary>
    public static bool CanEdit(ObjectNode properties) => ConditionalValue.All(properties["Environment"u8], environment =>
        environment is null || environment is ObjectNode section && !Intrinsic.Is(section)
            && ConditionalValue.All(section["Variables"u8], variables =>
                variables is null || variables is ObjectNode && !Intrinsic.Is(variables)));

    /// <summary>Returns the value of a variable in each branch, including inherited values; null where it is not set.</summary>
    public IEnumerable<Node?> Values(MemberName name)
    {
        foreach (var branch in _branches) yield return Value(branch, name);
    }

    /// <summary>Whether the value of a variable passes a test in every branch; null where it is not set.</summary>
    public bool All(MemberName name, Func<Node?, bool> test)
    {
        foreach (var branch in _branches)
        {
            if (!test(Value(branch, name))) return false;
        }
        return true;
    }

    /// <summary>Whether a branch sets or inherits a value of a variable that passes a test.</summary>
    public bool Has(MemberName name, Func<Node, bool> test)
    {
        foreach (var branch in _branches)
        {
            if (Value(branch, name) is { } value && test(value)) return true;
        }
        return false;
    }

    /// <summary>Whether a branch sets or inherits a variable.</summary>
    public bool Has(MemberName name) => Has(name, static _ => true);

    /// <summary>Whether a branch sets or inherits another value of a variable.</summary>
    public bool HasOther(MemberName name, Node value)
    {
        foreach (var branch in _branches)
        {
            if (Value(branch, name) is { } found && !found.IsSameAs(value)) return true;
        }
        return false;
    }

    /// <summary>Sets each variable in each branch that does not set it.</summary>
    public void SetIfAbsent(VariableBatch batch, InstrumentationMemory memory)
    {
        if (_editor.IsRecording) Record(batch);
        if (memory.IsRecording) Remember(batch, memory);
        var variables = batch.Without(_inherited);
        foreach (var branch in _branches) branch.AddAbsent(Intrinsic.IsNoValue, variables);
    }

    /// <summary>Sets a variable in each branch that does not set it; its value may be displayed.</summary>
    public void SetIfAbsent(MemberName name, Node value, InstrumentationMemory memory)
    {
        if (memory.IsRecording) memory.NoteVariable(name.Text, isSet: Values(name).Any(found => found is not null));
        if (_inherited?.Contains(name.Utf8) is true) return;
        foreach (var branch in _branches)
        {
            if (Value(branch, name) is null) _editor.Set(ChangeKind.Variable, name.Text, branch, name, value);
        }
    }

    /// <summary>Sets a variable in each branch; its value may be displayed.</summary>
    public void Set(MemberName name, Node value)
    {
        foreach (var branch in _branches)
        {
            if (!ReferenceEquals(Value(branch, name), value)) _editor.Set(ChangeKind.Variable, name.Text, branch, name, value);
        }
    }

    /// <summary>Replaces a variable in each branch with the result of <paramref name="edit"/>; null removes it.</summary>
    /// <param name="name">The variable.</param>
    /// <param name="edit">Receives the current value, set or inherited; null if there is none.</param>
    /// <param name="visibility">Whether the new value may be displayed.</param>
    public void Edit(MemberName name, Func<Node?, Node?> edit, ValueVisibility visibility)
    {
        foreach (var branch in _branches)
        {
            var current = Value(branch, name);
            var edited = edit(current);
            if (ReferenceEquals(current, edited)) continue;
            _editor.Set(ChangeKind.Variable, name.Text, branch, name, edited, visibility, hasValue: current is not null);
        }
    }

    /// <summary>Removes a variable that the macro set; keeps one that the user had already set.</summary>
    public void RemoveUnlessKept(MemberName name, InstrumentationMemory memory)
    {
        if (!memory.KeptVariables.Contains(name.Text)) Edit(name, _ => null, ValueVisibility.Secret);
    }

    private Node? Value(ObjectNode branch, MemberName name) =>
        branch[name] is { } own ? (Intrinsic.IsNoValue(own) ? null : own) : _inherited?[name];

    private void Record(VariableBatch batch)
    {
        foreach (var branch in _branches)
        {
            for (var i = 0; i < batch.Variables.Count; i++)
            {
                var name = batch.Variables[i];
                if (Value(branch, name) is null) _editor.Record(ChangeKind.Variable, name.Text, branch, name, batch.Visibility(name));
            }
        }
    }

    private void Remember(VariableBatch batch, InstrumentationMemory memory)
    {
        for (var i = 0; i < batch.Variables.Count; i++)
        {
            var name = batch.Variables[i];
            var isSet = Values(name).Any(value => value is not null);
            memory.NoteVariable(name.Text, isSet);
            if (!isSet && batch.IsExtra(name)) memory.AddedVariables.Add(name.Text);
        }
    }

    private int BytesOf(ObjectNode branch)
    {
        var bytes = branch.CountJsonBytes(Intrinsic.IsNoValue).Bytes;
        if (_inherited is not null) bytes += _inherited.CountJsonBytes(Intrinsic.IsNoValue, except: branch).Bytes;
        return Math.Max("{}".Length, bytes + 1);
    }

    private ObjectNode Open(Node? variables)
    {
        var branch = variables as ObjectNode ?? [];
        _branches.Add(branch);
        return branch;
    }
}
