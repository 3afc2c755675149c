using System.Security.Cryptography;
using System.Text.Json;

namespace Macro.Lambda.Tests.Package;

/// <summary>The bill of materials beside the zip, against the lock files of the native builds.</summary>
public sealed class BillOfMaterialsTests
{
    private const string Compiler = "Microsoft.DotNet.ILCompiler";

    /// <summary>Packages that only the build uses.</summary>
    private static readonly string[] BuildOnly = ["Microsoft.CodeAnalysis.BannedApiAnalyzers", "Microsoft.NET.ILLink.Tasks"];

    private static readonly string[] Licences = ["MIT", "Apache-2.0", "BSD-3-Clause"];

    private readonly string _folder;
    private readonly JsonElement _bill;

    public BillOfMaterialsTests()
    {
        Assert.SkipWhen(string.IsNullOrEmpty(PackagedBootstrap.Zip), "MACRO_LAMBDA_ZIP names no package; build/smoke-test.sh does.");
        _folder = Path.GetDirectoryName(PackagedBootstrap.Zip)!;
        _bill = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(_folder, "sbom.cdx.json"))).RootElement;
    }

    [Fact]
    public void Bill_Format_IsCycloneDxWithoutTimeOrSerialNumber()
    {
        _bill.EnumerateObject().Select(member => member.Name)
            .ShouldBe(["bomFormat", "specVersion", "version", "metadata", "components", "dependencies"]);
        Text(_bill, "bomFormat").ShouldBe("CycloneDX");
        _bill.GetProperty("metadata").TryGetProperty("timestamp", out _).ShouldBeFalse();
    }

    /// <summary>A build for another framework than net10.0 is for evaluation only, and says so wherever its version is.</summary>
    [Fact]
    public void Bill_Framework_IsInItsVersionAndInTheZipsName()
    {
        var suffix = Framework == "net10.0" ? "" : Framework;

        string.Join("", Text(_bill.GetProperty("metadata").GetProperty("component"), "version").Split('+')[1..]).ShouldBe(suffix);
        Path.GetFileName(PackagedBootstrap.Zip).ShouldBe(suffix.Length == 0 ? "macro-lambda.zip" : $"macro-lambda-{suffix}.zip");
    }

    [Theory]
    [InlineData("bootstrap", "Macro.Lambda")]
    [InlineData("macro", "Macro.Cli")]
    public void Bill_Program_HasThePackagesOfItsLockFile(string program, string project) =>
        Dependencies(program).Where(package => !IsOfDotnet(package))
            .ShouldBe(Locked(project).Where(package => !IsOfDotnet(package)), ignoreOrder: true);

    [Theory]
    [InlineData("bootstrap", "Macro.Lambda")]
    [InlineData("macro", "Macro.Cli")]
    public void Bill_Program_HasTheRuntimeOfTheLockedCompiler(string program, string project)
    {
        var compiler = Locked(project).Single(package => package.StartsWith($"pkg:nuget/{Compiler}@", StringComparison.Ordinal));
        var locked = compiler.Split('@')[1];

        Dependencies(program).Where(IsOfDotnet).Select(package => package.Split('@')[1]).Distinct().ShouldBe([locked]);
    }

    [Theory]
    [InlineData("bootstrap")]
    [InlineData("macro")]
    public void Bill_Program_IsTheOneBesideIt(string program)
    {
        var hash = Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(Path.Combine(_folder, program))));

        Text(Component(program).GetProperty("hashes")[0], "content").ShouldBe(hash);
    }

    [Fact]
    public void Bill_Components_HaveALicenceThatTheNoticesKnow()
    {
        var notices = File.ReadAllText(Path.Combine(_folder, "THIRD-PARTY-NOTICES.md"));

        foreach (var component in Components.Where(component => Text(component, "type") == "library"))
        {
            Licences.ShouldContain(Text(component.GetProperty("licenses")[0].GetProperty("license"), "id"));
            notices.ShouldContain($"`{Text(component, "name")}`");
        }
    }

    [Fact]
    public void Bill_References_AreEachAComponentOnce()
    {
        var components = Components.Select(component => Text(component, "bom-ref")).ToList();
        var dependencies = Dependencies("bootstrap").Concat(Dependencies("macro")).Distinct();

        components.ShouldBeUnique();
        components.Except(["bootstrap", "macro"]).ShouldBe(dependencies, ignoreOrder: true);
    }

    private IEnumerable<JsonElement> Components => _bill.GetProperty("components").EnumerateArray();

    private JsonElement Component(string name) => Components.Single(component => Text(component, "bom-ref") == name);

    private IEnumerable<string> Dependencies(string program) => _bill.GetProperty("dependencies").EnumerateArray()
        .Single(dependency => Text(dependency, "ref") == program)
        .GetProperty("dependsOn").EnumerateArray().Select(reference => reference.GetString()!);

    /// <summary>The native compiler and runtime consist of several packages, which differ between frameworks.</summary>
    private static bool IsOfDotnet(string package) => package.Contains(Compiler, StringComparison.Ordinal)
        || package.Contains("Microsoft.NETCore.App.Runtime.", StringComparison.Ordinal);

    /// <summary>The framework that was built, by the version of its runtime.</summary>
    private string Framework => $"net{Version.Parse(Dependencies("bootstrap").First(IsOfDotnet).Split('@')[1]).Major}.0";

    /// <summary>The packages in the lock file of the framework that was built, as package URLs.</summary>
    private IEnumerable<string> Locked(string project)
    {
        var path = Path.Combine(Repository, "build", "locks", $"{project}.native.{Framework}.json");
        using var locks = JsonDocument.Parse(File.ReadAllBytes(path));
        return [.. locks.RootElement.GetProperty("dependencies").EnumerateObject().SelectMany(target => target.Value.EnumerateObject())
            .Where(package => Text(package.Value, "type") != "Project" && !BuildOnly.Contains(package.Name))
            .Select(package => $"pkg:nuget/{package.Name}@{Text(package.Value, "resolved")}").Distinct()];
    }

    private static string Repository
    {
        get
        {
            var folder = AppContext.BaseDirectory;
            while (!File.Exists(Path.Combine(folder, "Macro.sln"))) folder = Path.GetDirectoryName(folder)!;
            return folder;
        }
    }

    private static string Text(JsonElement parent, string name) => parent.GetProperty(name).GetString()!;
}
