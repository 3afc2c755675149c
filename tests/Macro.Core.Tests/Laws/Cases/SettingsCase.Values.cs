namespace Macro.Core.Tests.Laws.Cases;

/// <content>The values that the generators choose from.</content>
internal sealed partial record SettingsCase
{
    /// <summary>What each parameter may be; those that need one another stand in a row.</summary>
    private static readonly (string Name, Given[] Values)[][] Free =
    [
        [("layersAccountId", [Given.Text("111122223333")])], [("useLayersFromAccount", [Given.Text("111122223333")])],
        [("pinnedLayerVersions", [Given.Raw("true"), Given.Raw("false")])],
        [("stackName", [Given.Text("quokka-stack")])],
        [("exclude", [new("\"F1,M*\""), new("[\"F?\"]"), new("\"*1\""), new("""[{"Ref":"Given"},"O*"]""")])],
        [("excludeHelpers", [Given.Raw("true"), Given.Raw("false")])],
        [("grantSecretAccess", [Given.Raw("true"), Given.Raw("false")])],
        [("kmsKeyArn", [Given.Text("arn:aws:kms:us-east-1:123456789012:key/quokka"), new("""{"Ref":"Unknown"}""")])],
        [("site", [Given.Text("datadoghq.eu")])], [("logLevel", [Given.Text("quokka")])],
        [("flushMetricsToLogs", [Given.Raw("true"), Given.Text("false")])], [("enableEnhancedMetrics", [Given.Raw("false")])],
        [("enableDDTracing", [Given.Raw("true"), Given.Raw("false")])], [("enableDatadogTracing", [new("\"TRUE\"", "true")])],
        [("enableDDLogs", [Given.Raw("false")])], [("enableDatadogLogs", [Given.Raw("true")])],
        [("enableXrayTracing", [Given.Raw("true"), Given.Text("false"), new("""{"Fn::If":["Yes","true","false"]}""", "true")])],
        [("enableApiXrayTracing", [Given.Raw("true"), Given.Text("false")])],
        [("enableMergeXrayTraces", [Given.Raw("true"), Given.Raw("false")])], [("customHandler", [Given.Text("own.quokka")])],
        [("enableTags", [Given.Raw("true"), Given.Raw("false")])],
        [("captureLambdaPayload", [Given.Raw("true")])],
        [("captureCloudServicePayload", [Given.Raw("true"), Given.Raw("false")])], [("injectLogContext", [Given.Raw("true")])],
        [("service", [
            Given.Text("quokka-shop"), new("""{"Ref":"AWS::StackName"}"""), new("""{"Fn::Sub":"${Given}-quokka"}"""),
            new("""{"Ref":"Password"}"""), new("\"\""),
        ])],
        [("env", [Given.Text("quokka/prod é"), new("""{"Ref":"Unknown"}""")])], [("version", [Given.Raw("1.20"), Given.Text("quokka-1")])],
        [("tags", [
            new("\"a:quokka, c:d\""), new("[\"a:quokka\",\"novalue\"]"), new("""{"Ref":"Unknown"}"""),
            new("""["a:quokka",{"Ref":"Password"}]"""),
        ])],
        [(
            "gitData",
            [new("\"quokkasha,https://user:hunter2@github.com/a/b?token=hunter2\""), new("\"quokkasha,git@github.com:a/b.git\"")])],
        [("enableColdStartTracing", [Given.Raw("true")])], [("minColdStartTraceDuration", [Given.Raw("80")])],
        [("coldStartTraceMinDuration", [Given.Text("0")])],
        [("coldStartTraceSkipLibs", [new("\"quokka,b\""), new("""{"Ref":"ListUnknown"}""")])], [("enableProfiling", [Given.Raw("true")])],
        [("encodeAuthorizerContext", [Given.Raw("true")])],
        [("decodeAuthorizerContext", [Given.Raw("false")])], [("apmFlushDeadline", [Given.Raw("100")])],
        [("llmObsEnabled", [Given.Raw("true")]), ("llmObsMlApp", [Given.Text("quokka-app")])],
        [("llmObsAgentlessEnabled", [Given.Raw("false")])], [("lambdaFips", [Given.Raw("true")])],
        [("isFIPSEnabled", [Given.Raw("false")])],
        [("appSecMode", [Given.Text("off"), new("false", "off")])], [("datadogAppSecMode", [Given.Text("off")])],
        [("redirectHandlers", [Given.Raw("true"), Given.Raw("false")])], [("redirectHandler", [Given.Text("true")])],
        [("extraEnv", [new("[\"DD_TOKEN=hunter2\",\"OWN=hunter2=x\"]"), new("\"DD_SERVICE=hunter2\"")])],
        [("logRetentionInDays", [Given.Raw("30")])], [("removeLegacySubscriptions", [Given.Raw("true")])],
        [("containerImages", [Given.Text("python"), Given.Text("node"), Given.Text("skip"), Given.Text("java"), Given.Text("other")])],
        [("republishVersions", [Given.Raw("true"), Given.Raw("false")])],
        [("imageHasExtension", [Given.Raw("true"), Given.Raw("false")])],
        [("addSigningProfile", [Given.Raw("true")])], [("addLayers", [Given.Raw("true"), Given.Raw("false")])],
        [("enabled", [Given.Raw("true"), Given.Text("True")])],
        [("forwardApiLogs", [Given.Text("access"), Given.Text("execution"), Given.Text("all"), new("false", "off")])],
        [("forwardLogGroups", [
            new("\"Group\""), new("[\"/aws/lambda/fixed-name\",\"quokka\"]"), new("""[{"Fn::Sub":"/aws/lambda/${F0}"},{"Ref":"Group2"}]"""),
            new("""[{"Fn::ImportValue":"quokka"}]"""),
        ])],
        [("forwarderPermission", [Given.Raw("true")])], [("createForwarderPermissions", [Given.Raw("true")])],
        [("cloudWatchLogs", [Given.Raw("true")])],
        [("monitors", [new("\"timeout,increased_cost\""), new("""[{"name":"quokka","query":"avg(last_5m):avg:quokka{*} > 1"}]""")])],
        [("addOutputs", [Given.Raw("true")])],
        [("stepFunctionForwarderArn", [Given.Text(Forwarder)])],
        [("stepFunctionForwarderArn", [Given.Text(Forwarder), new("""{"Ref":"Unknown"}""")])],
        [("stepFunctionForwarderArn", [Given.Text(Forwarder)])],
        [("stepFunctionForwarderArn", [Given.Text(Forwarder)]), ("env", [Given.Text("quokka")])],
    ];

    private static readonly (string Name, Given[] Values)[] Layers =
    [
        ("pythonLayerVersion", [Given.Raw("114"), Given.Text("100"), new("""{"Fn::Join":["",["11","3"]]}""", "113")]),
        ("nodeLayerVersion", [Given.Raw("130")]), ("dotnetLayerVersion", [Given.Raw("20")]),
        ("javaLayerVersion", [Given.Raw("24")]), ("rubyLayerVersion", [Given.Raw("25")]),
    ];

    private static readonly (string Name, Given[] Values)[] LayerArns =
    [
        ("pythonLayerArn", [Given.Text("arn:own:python:7")]),
        ("nodeLayerArn", [Given.Text("arn:own:node:7"), new("""{"Ref":"Unknown"}""")]),
        ("dotnetLayerArn", [Given.Text("arn:own:dotnet:7")]),
        ("javaLayerArn", [Given.Text("arn:own:java:7")]), ("rubyLayerArn", [Given.Text("arn:own:ruby:7")]),
    ];

    private static readonly (string Name, Given[] Values)[][] Ways =
    [
        [],
        [("apiKey", [Given.Text("hunter2-key")])],
        [("apiKeySecretArn", [Given.Text("arn:quokka")])],
        [("apiKeySecretArn", [
            Given.Text("arn:aws:secretsmanager:us-east-1:123456789012:secret:quokka-key"), new("""{"Ref":"Unknown"}"""),
            new("""{"Ref":"Password"}"""),
        ])],
        [("apiKeySsmArn", [Given.Text("arn:aws:ssm:us-east-1:123456789012:parameter/quokka")])],
        [("apiKeySsmName", [Given.Text("quokka")])],
        [("orgUuid", [Given.Text("quokka-org")])], [("extensionLayerVersion", [Given.Raw("96")]), ("orgUuid", [Given.Text("quokka-org")])],
        [("forwarderArn", [Given.Text(Forwarder), new("""{"Ref":"Unknown"}"""), new("""{"Fn::GetAtt":["F0","Arn"]}""")])],
        [("forwarderArn", [Given.Text(Forwarder)]), ("apiKMSKey", [Given.Text("hunter2-kms")])],
        [("extensionLayerVersion", [Given.Raw("65")]), ("apiKeySecretArn", [Given.Text("arn:quokka"), new("""{"Ref":"Password"}""")])],
        [
            ("extensionLayerVersion", [Given.Raw("65")]),
            ("apiKey", [Given.Text("hunter2-key")]),
            ("appSecMode", [Given.Text("on"), Given.Text("extension"), new("true", "on")]),
        ],
        [
            ("extensionLayerArn", [Given.Text("arn:own:extension:3")]),
            ("addExtension", [Given.Raw("true"), Given.Raw("false")]),
            ("apiKeySsmArn", [Given.Text("arn:quokka")]),
        ],
        [("addExtension", [Given.Raw("true")]), ("apiKeySsmArn", [Given.Text("arn:quokka")]), ("cloudWatchLogs", [Given.Raw("false")])],
        [
            ("addExtension", [Given.Raw("true")]), ("apiKeySsmArn", [Given.Text("arn:quokka")]), ("forwarderArn", [Given.Text(Forwarder)]),
            ("forwardApiLogs", [Given.Text("access"), Given.Text("all")]),
        ],
        [("addExtension", [Given.Raw("true")]), ("apiKeySecretArn", [Given.Text("arn:quokka")])],
        [("extensionLayerVersion", [Given.Raw("65")]), ("apiKmsKey", [new("""{"Ref":"Password"}""")])],
    ];

    /// <summary>Settings that one resource may have; where <c>enabled</c> is false nothing else matters.</summary>
    private static readonly (string Name, Given[] Values)[][] Own =
    [
        [("service", [Given.Text("quokka-own"), new("""{"Ref":"Password"}"""), new("\"\"")])], [("env", [Given.Text("quokka-own")])],
        [("version", [Given.Raw("2")])], [("tags", [new("[\"own:quokka\"]")])],
        [("enableXrayTracing", [Given.Raw("true"), Given.Raw("false")])], [("enableDDTracing", [Given.Raw("true")])],
        [("captureLambdaPayload", [Given.Raw("true")])], [("redirectHandlers", [Given.Raw("false")])],
        [("extraEnv", [new("[\"DD_OWN=hunter2\"]")])], [("addLayers", [Given.Raw("false")])], [("pythonLayerVersion", [Given.Raw("120")])],
        [("nodeLayerArn", [Given.Text("arn:own:node:9")])],
        [("containerImages", [Given.Text("node")])], [("logLevel", [Given.Text("quokka")])], [("addExtension", [Given.Raw("false")])],
    ];

    private static readonly (string Name, string Value)[] Variables =
    [
        ("DD_SERVICE", "quokka-account"), ("DD_ENV", "quokka"), ("DD_SITE", "us5.datadoghq.com"), ("DD_API_KEY", "hunter2-process"),
        ("DD_MACRO_EXTRA_ENV", "DD_ACCOUNT=hunter2"), ("DD_MACRO_PYTHON_LAYER_VERSION", "90"),
        ("DD_MACRO_EXCLUDE", "F3"), ("DD_MACRO_LOG_GROUP_PREFIXES", "/aws/lambda/quokka,/own/"), ("DD_TRACE_ENABLED", "true"),
        ("DD_MACRO_ENABLE_XRAY_TRACING", "False"), ("DD_MACRO_FORWARDER_ARN", Forwarder), ("PATH", "/hunter2"), ("DD_TAGS", "quokka:x"),
    ];

    private static readonly (string Name, string Value)[] WrongVariables =
        [
            ("DD_MACRO_ADD_LAYERS", "hunter2"), ("DD_FLUSH_TO_LOG", "hunter2"), ("DD_MACRO_EXTRA_ENV", "hunter2"),
            ("DD_MACRO_NODE_LAYER_VERSION", "0"), ("DD_LAMBDA_FIPS_MODE", "hunter2"),
        ];

    private static readonly (string Name, Given Value)[] Mistakes =
    [
        ("quokkaVersion", Given.Raw("1")), ("pythonLayerVersion", new("\"hunter2\"")), ("site", new("\"hunter2\"")),
        ("apiKey", new("{\"wrong\":\"hunter2\"}")), ("apiKey", new("\"hunter2\"")), ("apiKMSKey", new("[\"hunter2\"]")),
        ("extraEnv", new("\"hunter2\"")), ("gitData", new("\"hunter2\"")), ("forwarderArn", new("\"hunter2\"")),
        ("llmObsMlApp", new("\"hunter2 x\"")), ("enabled", new("""{"Ref":"Unknown"}""")), ("addLayers", new("\"hunter2\"")),
        ("exclude", new("{\"a\":\"hunter2\"}")), ("layerVersion", Given.Raw("3")), ("addExtension", Given.Raw("true")),
        ("appSecMode", Given.Text("tracer")), ("stepFunctionForwarderArn", new("\"arn:aws:lambda:eu-west-1:123456789012:function:f\"")),
        ("gitData", new("""{"Ref":"Unknown"}""")), ("logRetentionInDays", new("2")), ("tags", new("[[\"hunter2\"]]")),
        ("apiKey", new("""{"Fn::Join":["",["hunter2",{"Ref":"Unknown"}]]}""")),
    ];
}
