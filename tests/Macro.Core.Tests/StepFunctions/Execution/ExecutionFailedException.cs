namespace Macro.Core.Tests.StepFunctions.Execution;

/// <summary>A state failed, and with it the execution unless a <c>Catch</c> handles the error.</summary>
internal sealed class ExecutionFailedException(string error, string cause, bool isFinal = false) : Exception($"{error}: {cause}")
{
    public string Error => error;

    public string Cause => cause;

    /// <summary>Whether no <c>Catch</c> handles it.</summary>
    public bool IsFinal => isFinal;
}
