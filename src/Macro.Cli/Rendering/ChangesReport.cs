using Macro.Cli.Changes;

namespace Macro.Cli.Rendering;

/// <summary>Writes the changes of many templates in one format, template by template.</summary>
internal abstract class ChangesReport
{
    /// <summary>Writes what comes before the templates.</summary>
    public virtual void Begin() { }

    /// <summary>Writes a template. If that fails, the report is as it was before.</summary>
    public abstract void Add(TemplateChanges changes);

    /// <summary>Writes what comes after the templates.</summary>
    /// <param name="totals">The counts of all templates.</param>
    public abstract void End(ChangesTotals totals);
}
