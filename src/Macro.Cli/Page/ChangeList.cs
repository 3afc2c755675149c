using Macro.Cli.Changes;
using Macro.Cli.Rendering;

namespace Macro.Cli.Page;

/// <summary>Changes as a list.</summary>
internal static class ChangeList
{
    public static Html? Write(IReadOnlyCollection<ChangeLine> changes) =>
        changes.Count == 0 ? null : Html.Of($"""<ul class="changes">{changes.Select(Item)}</ul>""");

    private static Html Item(ChangeLine change)
    {
        var kind = change.Sign switch { '+' => "added", '-' => "removed", _ => "changed" };
        return Html.Of($"""
            <li class="{kind}"><span class="sign" role="img" aria-label="{kind}">{$"{change.Sign}"}</span>
            <span class="kind">{change.Label}</span> <code>{ChangeText.Of(change)}</code></li>

            """);
    }
}
