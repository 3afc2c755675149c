using static Macro.Core.Diagnostics.Severity;

namespace Macro.Core.Diagnostics;

/// <summary>Every diagnostic, in groups of a hundred: 1 the request, 2 parameters, 3 functions, 4 logs, 5 state machines, 6 limits.</summary>
internal static class DiagnosticCatalog
{
    public static readonly DiagnosticKind NotJson = new("DD101", Error, "The event is not valid JSON; it breaks at line {0}, byte {1}.", "Send the macro event as CloudFormation makes it, UTF-8 JSON.");
    public static readonly DiagnosticKind NotUtf8 = new("DD102", Error, "The event is not valid UTF-8.", "Save the template as UTF-8.");
    public static readonly DiagnosticKind TooDeep = new("DD103", Error, "The event nests deeper than {0} levels.", "Flatten the template.");
    public static readonly DiagnosticKind NotARequest = new("DD104", Error, "The event's {0} is {1}.", "Send the macro event as CloudFormation makes it: an object with region, accountId, fragment, params, requestId and templateParameterValues.");
    public static readonly DiagnosticKind NoResources = new("DD105", Error, "The fragment has no Resources object.", "List the macro under the template's top-level Transform; inside Fn::Transform it sees only a part of the template.");
    public static readonly DiagnosticKind DuplicateKey = new("DD106", Error, "The key {0} stands twice here.", "Keep one of the two.");
    public static readonly DiagnosticKind ForEachLoop = new("DD107", Warning, "{0} is a loop that AWS::LanguageExtensions has not expanded yet, so what it makes is not instrumented.", "List AWS::LanguageExtensions before this macro under Transform.");
    public static readonly DiagnosticKind InternalFault = new("DD199", Error, "The macro failed on an internal fault ({0}) in request {1}.", "Nothing was changed. Please report it with the request id.");

    public static readonly DiagnosticKind ParametersNoObject = new("DD201", Error, "The macro's parameters are no object.", "Write them as a mapping of names and values.");
    public static readonly DiagnosticKind UnknownParameter = new("DD202", Error, "There is no parameter {0}.{1}", "docs/parameters.md lists all parameters.");
    public static readonly DiagnosticKind WrongValue = new("DD203", Error, "The value of {0} ({1}) is not accepted.", "Accepted: {2}.");
    public static readonly DiagnosticKind UnknownValue = new("DD204", Error, "{0} is an expression ({1}) that only the deployment can evaluate, but the macro has to know the value.", "Write the value itself, or refer to a template parameter that is neither NoEcho nor an SSM parameter.");
    public static readonly DiagnosticKind StackWideParameter = new("DD205", Error, "{0} under Metadata.Datadog holds for the whole stack, not for one resource.", "Move it to the parameters of the transform.");
    public static readonly DiagnosticKind TwoSpellings = new("DD206", Error, "{0} and another spelling of {1} are both set.", "Keep one of the two.");
    public static readonly DiagnosticKind SeveralApiKeys = new("DD207", Error, "{0} are set at the same time.", "Keep one of them.");
    public static readonly DiagnosticKind VersionAndArn = new("DD208", Error, "{0} and {1} are set at the same time.", "Keep one of the two.");
    public static readonly DiagnosticKind ExtensionWithoutVersion = new("DD209", Error, "addExtension is true, but neither extensionLayerVersion nor extensionLayerArn is set.", "Set extensionLayerVersion to a version of the layer Datadog-Extension.");
    public static readonly DiagnosticKind ExtensionWithoutApiKey = new("DD210", Error, "The extension is on, but no API key is set that it can read.", "Set apiKeySecretArn, apiKeySsmArn, apiKMSKey or apiKey.");
    public static readonly DiagnosticKind ExtensionWithForwarder = new("DD211", Error, "The extension and forwarderArn are both on, which would send each log twice.", "Keep one of the two.");
    public static readonly DiagnosticKind SsmNameWithExtension = new("DD212", Error, "apiKeySsmName is read by the libraries, but not by the extension, which is on.", "Set apiKeySsmArn to the parameter's ARN instead.");
    public static readonly DiagnosticKind LlmObsWithoutApp = new("DD213", Error, "llmObsEnabled is true, but llmObsMlApp is not set.", "Set llmObsMlApp to the name of your application.");
    public static readonly DiagnosticKind LlmObsAppName = new("DD214", Error, "llmObsMlApp is no name that Datadog accepts.", "Use 1 to 193 letters, digits and the characters _ - : . /");
    public static readonly DiagnosticKind AppSecWithoutTracing = new("DD215", Error, "appSecMode is on, but tracing is off, and one needs the other.", "Set enableDDTracing to true, or appSecMode to off.");
    public static readonly DiagnosticKind ForwarderArn = new("DD216", Error, "{0} is not the ARN of a Lambda function.", "Set it to the ARN of the Datadog Forwarder: arn:aws:lambda:<region>:<account>:function:<name>.");
    public static readonly DiagnosticKind ForwarderElsewhere = new("DD217", Error, "{0} names a function of another {1} than this deployment's ({2}), and a log group can only feed a function beside it.", "Install the Datadog Forwarder there too, and set its ARN.");
    public static readonly DiagnosticKind GitData = new("DD218", Error, "gitData is not a commit hash and a repository URL separated by a comma.", "Set it to \"$(git rev-parse HEAD),$(git config --get remote.origin.url)\".");
    public static readonly DiagnosticKind ExtraEnv = new("DD219", Error, "Item {0} of extraEnv is not of the form NAME=value.", "Write a variable's name (letters, digits and _, beginning with a letter), an equals sign and the value.");
    public static readonly DiagnosticKind FipsSite = new("DD220", Warning, "lambdaFips is on, but site is no GovCloud site, so data leaves by an endpoint that is not FIPS-validated.", "Set site to ddog-gov.com or us2.ddog-gov.com.");
    public static readonly DiagnosticKind MetricsWithoutApiKey = new("DD221", Warning, "flushMetricsToLogs is false, but neither the extension nor an API key is set, so metrics go nowhere.", "Set an API key, or leave flushMetricsToLogs out.");
    public static readonly DiagnosticKind PlainApiKey = new("DD222", Warning, "apiKey puts the API key in plain text into the template and every function's variables.", "Store it in Secrets Manager and set apiKeySecretArn.");
    public static readonly DiagnosticKind UnknownTags = new("DD223", Warning, "tags is an expression that only the deployment can evaluate: it goes to DD_TAGS as it is, but the functions get no resource tags of it.", "Write the tags out, or refer to a template parameter.");

    public static readonly DiagnosticKind MissingLayerVersion = new("DD301", Error, "The function's runtime is {0}, but no version of its layer is set.", "Set {1}, or addLayers to false when your package brings the library along.");
    public static readonly DiagnosticKind SeveralLanguages = new("DD302", Error, "layerVersion is set, but the functions are of several languages: {0}.", "Set {1} instead.");
    public static readonly DiagnosticKind NoPublishedLayers = new("DD303", Error, "Datadog publishes no layers in region {0}.", "Publish them yourself and set layersAccountId or the layers' ARNs.");
    public static readonly DiagnosticKind SecretWithoutFlush = new("DD304", Error, "apiKeySecretArn with flushMetricsToLogs false needs the extension on a Node.js function, whose library does not read the secret.", "Turn the extension on (extensionLayerVersion), or leave flushMetricsToLogs out.");
    public static readonly DiagnosticKind AppSecWithoutExtension = new("DD305", Error, "appSecMode needs the Datadog extension for this function.", "Turn the extension on (extensionLayerVersion), or set appSecMode to off.");
    public static readonly DiagnosticKind AppSecTracerLanguage = new("DD306", Error, "appSecMode is tracer, which only Python functions can have; this one's runtime is {0}.", "Set appSecMode to on, or to another mode under Metadata.Datadog of this function.");
    public static readonly DiagnosticKind OtherVersionInGlobals = new("DD307", Error, "Globals gives the function another version of layer {0}, and Lambda takes only one.", "Set that version in Globals, or remove the layer there.");
    public static readonly DiagnosticKind UnknownRuntime = new("DD311", Warning, "The function's runtime is missing, or not known before the deployment, so it is left alone.", "Give Runtime a value that parameters and mappings decide.");
    public static readonly DiagnosticKind UnknownArchitecture = new("DD312", Warning, "The function's architecture is not known before the deployment, so it is left alone.", "Give Architectures a value that parameters and mappings decide.");
    public static readonly DiagnosticKind NotEditable = new("DD313", Warning, "{0} of the function is an expression that cannot be added to, so the function is left alone.", "Write {0} out, or put the expression inside it.");
    public static readonly DiagnosticKind LambdaAtEdge = new("DD314", Warning, "The function runs at the edge (Lambda@Edge), where it can have neither layers nor variables, so it is left alone.", "List it under exclude to silence this.");
    public static readonly DiagnosticKind FrozenVersion = new("DD315", Warning, "Version {0}{1} keeps its old settings until the function's code changes.", "Deploy it together with a change of the code.");
    public static readonly DiagnosticKind NoArmLayer = new("DD316", Warning, "Datadog publishes no arm64 layer for runtime {0}, so the function is left alone.", "Use a newer runtime.");
    public static readonly DiagnosticKind NoHandler = new("DD317", Warning, "The function has no Handler, so it is not redirected and stays untraced.", "Give it a Handler.");
    public static readonly DiagnosticKind HandlerReplaced = new("DD318", Warning, "DD_LAMBDA_HANDLER was set to something else than Handler, and the library would have called it; it now holds the Handler.", "Remove DD_LAMBDA_HANDLER from the template.") { PersistsAcrossRuns = true };
    public static readonly DiagnosticKind OwnWrapper = new("DD319", Warning, "AWS_LAMBDA_EXEC_WRAPPER is already set, so Datadog's wrapper is not, and the function stays untraced.", "Let your wrapper call /opt/datadog_wrapper, or remove it.");
    public static readonly DiagnosticKind XrayRoleElsewhere = new("DD320", Warning, "The function's role is not in this template, so X-Ray may not be allowed.", "Add this statement to the role: {0}");
    public static readonly DiagnosticKind RoleCannotReadKey = new("DD321", Warning, "Nothing in this template allows role {0} to read the API key.", "Allow it {1} on the ARN of {2}.");
    public static readonly DiagnosticKind NoCommand = new("DD322", Warning, "The template does not tell the container image's command, so the image is not redirected and stays untraced.", "Write ImageConfig.Command in the template, or have the image's own CMD call Datadog's handler.");
    public static readonly DiagnosticKind LayersUnsigned = new("DD323", Warning, "The function's code-signing configuration may refuse Datadog's layers, which are signed by {0}.", "Add that profile to its allowed publishers; addSigningProfile does so where the configuration is in this template.");
    public static readonly DiagnosticKind HandlerInPart = new("DD324", Warning, "One branch of Handler is Datadog's handler already, so the handler stays as it is, and the other branch stays untraced.", "Write your own handler in every branch.");
    public static readonly DiagnosticKind AppSecWithoutWrapper = new("DD325", Warning, "appSecMode needs Datadog's wrapper for this function, which redirectHandlers false forbids, so it stays off.", "Set redirectHandlers to true under Metadata.Datadog of the function, or appSecMode to off.");
    public static readonly DiagnosticKind FrozenAlias = new("DD326", Warning, "The alias {0} that SAM publishes keeps its old settings until the function's code changes.", "Set AutoPublishAliasAllProperties to true and list this macro before SAM, or deploy it together with a change of the code.");

    public static readonly DiagnosticKind LogGroupElsewhere = new("DD401", Warning, "Log group {0} is neither declared in this template nor under the prefixes that the macro may touch ({1}), so it has to exist when the stack is deployed.", "Declare it as AWS::Logs::LogGroup, or add its prefix to LogGroupPrefixes of the macro's own stack.");
    public static readonly DiagnosticKind TwoFilters = new("DD402", Warning, "Log group {0} has two subscription filters in this template ({1}), all that CloudWatch Logs allows, so its logs are not forwarded.", "Remove one of them, or let its destination pass the logs on.");
    public static readonly DiagnosticKind ForwarderLogGroup = new("DD403", Warning, "Log group {0} is the forwarder's own too, which would forward what it logs while it forwards, without end; so its logs are not forwarded.", "Give the function or the forwarder a log group of its own.");
    public static readonly DiagnosticKind LegacyOutOfReach = new("DD404", Warning, "removeLegacySubscriptions cannot reach log group {0}, which is not under the prefixes that the macro may touch ({1}).", "Add its prefix to LogGroupPrefixes of the macro's own stack, or remove the filter datadog-serverless-macro-filter yourself.");

    public static readonly DiagnosticKind LoggingOverridden = new("DD501", Warning, "The state machine logged less than every event with its data; it now logs all of it, which may be personal, since traces are made from it.", "Exclude the state machine when its data must not be logged.") { PersistsAcrossRuns = true };
    public static readonly DiagnosticKind StateMachineNotEditable = new("DD502", Warning, "{0} of the state machine is an expression that cannot be added to, so it stays as it is.", "Write {0} out, or put the expression inside it.");
    public static readonly DiagnosticKind LogDeliveryRoleElsewhere = new("DD503", Warning, "The state machine's role is not in this template, so it may not be allowed to deliver logs.", "Add this statement to the role: {0}");
    public static readonly DiagnosticKind StateMachineTwoFilters = new("DD504", Warning, "The state machine's log group has two subscription filters already ({0} and {1}), all that CloudWatch Logs allows, so its logs are not forwarded.", "Remove one of them, or let its destination pass the logs on.");
    public static readonly DiagnosticKind DefinitionElsewhere = new("DD511", Warning, "The definition lies in a file ({0}) that the macro cannot read, so its states get no trace context.", "Write the definition into the template.");
    public static readonly DiagnosticKind DefinitionUnreadable = new("DD512", Warning, "The definition cannot be read, so its states get no trace context: {0}.", "Write it as an object, or as JSON text in a string, Fn::Sub or Fn::Join.");
    public static readonly DiagnosticKind UnknownTask = new("DD513", Warning, "Only the deployment knows what state {0} starts, so it gets no trace context.", "Write Resource out, or refer to a function of this template.");
    public static readonly DiagnosticKind NoObjectForContext = new("DD514", Warning, "State {0} gets no trace context, since its {1} is not written out as an object.", "Write what the state sends as an object, member by member.");
    public static readonly DiagnosticKind OwnContextKeys = new("DD515", Warning, "State {0} gets no trace context, since its {1} has an Execution, State or StateMachine of its own.", "Rename that key, or add the three as they are in the context object ($$).");
    public static readonly DiagnosticKind InputMayBeNoObject = new("DD516", Warning, "State {0} gets no trace context, since its {1} is the whole input, and that may be an item or list of a Map or Parallel, which nothing can be merged into.", "Write what the state sends as an object, or have the state before it give one (ItemSelector, ResultSelector or ResultPath).");
    public static readonly DiagnosticKind BatchesNotTraced = new("DD517", Warning, "The executions that the distributed Map {0} starts are not linked to its trace, which takes a Map in JSONata with an ItemBatcher.", "Set QueryLanguage to JSONata and add an ItemBatcher; MaxItemsPerBatch may be 1.");

    public static readonly DiagnosticKind TooManyLayers = new("DD601", Error, "The function would have {0} layers, and Lambda allows 5.", "Remove layers of your own, set addLayers to false and package the library, or exclude the function.");
    public static readonly DiagnosticKind VariablesTooLarge = new("DD602", Error, "The function's environment variables would take at least {0} bytes, and Lambda allows 4096.", "Shorten them, or exclude the function.");
    public static readonly DiagnosticKind TooManyTags = new("DD603", Error, "The function would have {0} tags, and Lambda allows 50.", "Remove tags, or exclude the function.");
    public static readonly DiagnosticKind TooManyResources = new("DD604", Error, "The template would have {0} resources ({1} of them added by the macro), and CloudFormation allows 500.", "Split the stack, or exclude functions.");
    public static readonly DiagnosticKind FragmentTooLarge = new("DD605", Error, "The instrumented template would be {0} bytes, and CloudFormation allows 1000000.", "Split the stack, or exclude functions.");

    /// <summary>All kinds in the order of their codes.</summary>
    public static readonly IReadOnlyList<DiagnosticKind> All =
    [
        NotJson, NotUtf8, TooDeep, NotARequest, NoResources, DuplicateKey, ForEachLoop, InternalFault,
        ParametersNoObject, UnknownParameter, WrongValue, UnknownValue, StackWideParameter, TwoSpellings, SeveralApiKeys, VersionAndArn,
        ExtensionWithoutVersion, ExtensionWithoutApiKey, ExtensionWithForwarder, SsmNameWithExtension, LlmObsWithoutApp, LlmObsAppName,
        AppSecWithoutTracing, ForwarderArn, ForwarderElsewhere, GitData, ExtraEnv, FipsSite, MetricsWithoutApiKey, PlainApiKey, UnknownTags,
        MissingLayerVersion, SeveralLanguages, NoPublishedLayers, SecretWithoutFlush, AppSecWithoutExtension, AppSecTracerLanguage, OtherVersionInGlobals,
        UnknownRuntime, UnknownArchitecture, NotEditable, LambdaAtEdge, FrozenVersion, NoArmLayer, NoHandler, HandlerReplaced, OwnWrapper,
        XrayRoleElsewhere, RoleCannotReadKey, NoCommand, LayersUnsigned, HandlerInPart, AppSecWithoutWrapper, FrozenAlias,
        LogGroupElsewhere, TwoFilters, ForwarderLogGroup, LegacyOutOfReach,
        LoggingOverridden, StateMachineNotEditable, LogDeliveryRoleElsewhere, StateMachineTwoFilters, DefinitionElsewhere,
        DefinitionUnreadable, UnknownTask, NoObjectForContext, OwnContextKeys, InputMayBeNoObject, BatchesNotTraced,
        TooManyLayers, VariablesTooLarge, TooManyTags, TooManyResources, FragmentTooLarge,
    ];

    private static readonly Dictionary<string, DiagnosticKind> ByCode = All.ToDictionary(kind => kind.Code);

    /// <summary>The kind of this code; null when there is none.</summary>
    public static DiagnosticKind? Find(string code) => ByCode.GetValueOrDefault(code);
}
