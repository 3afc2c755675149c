namespace Macro.Core.Lambda.Languages;

/// <summary>How a tracing library is loaded before the function's own code.</summary>
internal enum InstrumentationMode
{
    /// <summary>A handler of the library calls the function's handler.</summary>
    Handler,

    /// <summary>A wrapper script in the extension's layer sets the runtime up.</summary>
    ExecWrapper,

    /// <summary>The function's code loads the library itself.</summary>
    Code,
}
