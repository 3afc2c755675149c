using Macro.CloudFormation.Evaluation;
using Macro.CloudFormation.Intrinsics;
using Macro.CloudFormation.Templates;
using Macro.Json;

namespace Macro.Core.LogForwarding;

/// <summary>Whether a function of the template is the one that an ARN names.</summary>
internal enum NameMatch
{
    /// <summary>It is another function.</summary>
    No,

    /// <summary>It may be, since parts of the names are unknown.</summary>
    Maybe,

    /// <summary>It is, at least under some condition.</summary>
    Yes,
}

/// <summary>Compares functions of the template with the forwarder's ARN, which may be an expression.</summary>
internal sealed class ForwarderName
{
    private const string BeforeName = ":function:";

    private readonly Template _template;
    private readonly SymbolicEvaluator _names;
    private readonly HashSet<string> _mentioned = [];
    private readonly List<string> _texts = [];

    public ForwarderName(Template template, SymbolicEvaluator names, Node arn)
    {
        (_template, _names) = (template, names);
        Mention(arn);
        foreach (var leaf in ConditionalValue.Leaves(arn))
        {
            if (leaf is not null) _texts.Add(FunctionName(names.Read(leaf)));
        }
    }

    /// <summary>Treats references to a function as references to the forwarder.</summary>
    public void Add(Resource function) => _mentioned.Add(function.LogicalId);

    /// <summary>Compares a function of the template.</summary>
    public NameMatch Compare(Resource function)
    {
        if (_mentioned.Contains(function.LogicalId)) return NameMatch.Yes;
        var match = NameMatch.No;
        foreach (var leaf in ConditionalValue.Leaves(function.Property("FunctionName"u8)))
        {
            var name = leaf is null ? null : _names.Read(leaf);
            foreach (var text in _texts)
            {
                var found = name is null ? NamePattern.IsGeneratedFrom(function.LogicalId, text) : NamePattern.Compare(name, text);
                if (found > match) match = found;
            }
        }
        return match;
    }

    /// <summary>Whether an expression names the forwarder: its ARN or name, or a reference to it or to its version or alias.</summary>
    public bool IsNamedBy(Node expression)
    {
        foreach (var leaf in ConditionalValue.Leaves(expression))
        {
            if (leaf is null) continue;
            if (Owner(References.Target(leaf)) is { } logicalId && _mentioned.Contains(logicalId)) return true;
            if (_texts.Contains(FunctionName(_names.Read(leaf)))) return true;
        }
        return false;
    }

    /// <summary>Adds the functions that an expression refers to, directly or by a version or alias.</summary>
    private void Mention(Node expression) => Intrinsic.Mentions(expression, text =>
    {
        if (Owner(text) is { } logicalId) _mentioned.Add(logicalId);
        foreach (var part in SubTemplate.Parse(text))
        {
            if (part.IsName && Owner(part.Text) is { } named) _mentioned.Add(named);
        }
        return false;
    });

    /// <summary>The function that a reference such as <c>Function.Arn</c> is about; null when it is about something else.</summary>
    private string? Owner(string? reference)
    {
        var resource = _template.Find(reference?.Split('.')[0]);
        return resource?.Type switch
        {
            ResourceTypes.LambdaFunction or ResourceTypes.ServerlessFunction => resource.LogicalId,
            ResourceTypes.LambdaVersion or ResourceTypes.LambdaAlias => References.Target(resource.Property("FunctionName"u8)),
            _ => null,
        };
    }

    /// <summary>The function name in an ARN, without a version or alias; the text itself when it is not an ARN.</summary>
    private static string FunctionName(string text)
    {
        var start = text.IndexOf(BeforeName, StringComparison.Ordinal);
        if (start < 0) return text;
        var name = text[(start + BeforeName.Length)..];
        var end = name.LastIndexOf(':');
        return end < 0 || name.IndexOf('}', end) >= 0 ? name : name[..end];
    }
}
