using System.Text.Json;
using System.Text.Json.Nodes;
using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using Macro.Core;
using Macro.Core.Pipeline;

namespace Macro.Benchmarks;

/// <summary>
/// The transform against the floor, which only reads the same bytes, and against parsing into a tree of nodes and writing it again without
/// any change.
/// </summary>
[MemoryDiagnoser]
[Config(typeof(FullyCompiled))]
public class TransformBenchmarks
{
    private static readonly MacroSettings Settings = new(new Dictionary<string, string>());
    private byte[] _event = [];

    /// <summary>Numbers are resources; a function brings two more along.</summary>
    [Params("1 function", "20 resources", "160 resources", "500 resources", "near the size limit", "forwarding", "workflows")]
    public string Template { get; set; } = "";

    [GlobalSetup]
    public void Setup()
    {
        _event = Template switch
        {
            "1 function" => MacroEvents.OfFunctions(1),
            "20 resources" => MacroEvents.OfFunctions(6),
            "160 resources" => MacroEvents.OfFunctions(53),
            "500 resources" => MacroEvents.OfFunctions(166),
            "near the size limit" => MacroEvents.OfFunctions(160, paths: 2950),
            "forwarding" => MacroEvents.WithForwarding(100),
            _ => MacroEvents.WithWorkflows(60),
        };
        using var response = MacroTransform.Run(_event, Settings);
        if (!response.Succeeded) throw new InvalidOperationException(response.ErrorMessage);
        Console.WriteLine($"// {Template}: {_event.Length} bytes in, {response.Fragment!.Value.Length} bytes out");
    }

    [Benchmark(Baseline = true)]
    public int Read()
    {
        var reader = new Utf8JsonReader(_event);
        var tokens = 0;
        while (reader.Read()) tokens++;
        return tokens;
    }

    [Benchmark]
    public int ParseAndWriteNodes()
    {
        using var output = new MemoryStream(2 * _event.Length);
        using var writer = new Utf8JsonWriter(output);
        JsonNode.Parse(_event)!.WriteTo(writer);
        writer.Flush();
        return (int)output.Length;
    }

    [Benchmark]
    public int Transform()
    {
        using var response = MacroTransform.Run(_event, Settings);
        return response.Fragment!.Value.Length;
    }

    /// <summary>Everything is compiled for good before it runs, as in the native program.</summary>
    private sealed class FullyCompiled : ManualConfig
    {
        public FullyCompiled() => AddJob(Job.ShortRun.WithEnvironmentVariable("DOTNET_TieredCompilation", "0"));
    }
}
