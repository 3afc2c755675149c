using FsCheck;
using FsCheck.Fluent;

namespace Macro.Core.Tests.Laws.Cases;

/// <summary>A template whose own resources have the logical ids, names and types of those that the macro adds.</summary>
/// <param name="Fragment">The template.</param>
/// <param name="Parameters">The macro's parameters.</param>
internal sealed record RivalCase(string Fragment, string Parameters)
{
    private const string Forwarder = "arn:aws:lambda:us-east-1:123456789012:function:forwarder";

    private const string Conditions =
        """{"C":{"Fn::Equals":[{"Ref":"AWS::StackId"},"x"]},"D":{"Fn::Equals":[{"Ref":"AWS::StackId"},"y"]}}""";

    private static readonly string[] Ids =
    [
        "FDatadogLogSubscription", "GDatadogLogSubscription", "HDatadogLogSubscription", "DatadogLogGroups2DB54DDE", "MLogGroup", "MRole",
        "MLogGroupDatadogSubscriptionFilter", "NLogGroup", "NLogGroupDatadogSubscriptionFilter", "X", "Y",
    ];

    private static readonly string[] Names =
    [
        """{"Fn::Sub":"/aws/lambda/${F}"}""", """{"Ref":"G"}""", "\"/aws/lambda/orders\"",
        """{"Fn::Sub":"/aws/vendedlogs/states/${AWS::StackName}-M-Logs"}""",
        """{"Fn::Join":["-",["/aws/vendedlogs/states/${AWS::StackName}","M","Logs"]]}""",
        """{"Fn::Join":["",["/aws/vendedlogs/states/",{"Ref":"AWS::StackName"},"-M-Logs"]]}""",
        """{"Fn::Sub":"/aws/vendedlogs/states/${AWS::StackName}-N-Logs-prod"}""",
        """{"Fn::If":["C",{"Fn::Sub":"/aws/lambda/${F}"},"/other"]}""", "7", "{}",
    ];

    private static readonly string[] LogGroups =
    [
        "", "", """ ,"LoggingConfig":{"LogGroup":{"Ref":"G"}} """,
        """ ,"LoggingConfig":{"LogGroup":{"Fn::If":["C",{"Ref":"G"},{"Ref":"AWS::NoValue"}]}} """,
        """ ,"LoggingConfig":{"Fn::If":["D",{"LogGroup":{"Fn::If":["C",{"Ref":"X"},{"Ref":"G"}]}},{"LogFormat":"JSON"}]} """,
        """ ,"LoggingConfig":{"LogGroup":{"Fn::Select":[6,{"Fn::Split":[":",{"Fn::GetAtt":["G","Arn"]}]}]}} """,
    ];

    private static readonly string[] Loggings =
    [
        "", """ ,"LoggingConfiguration":{"Level":"OFF"} """,
        """ ,"LoggingConfiguration":{"Destinations":[{"CloudWatchLogsLogGroup":{"LogGroupArn":{"Fn::GetAtt":["X","Arn"]}}}]} """,
        """ ,"LoggingConfiguration":{"Destinations":[{"CloudWatchLogsLogGroup":{"LogGroupArn":{"Fn::GetAtt":["MLogGroup","Arn"]}}}]} """,
    ];

    public static Gen<RivalCase> Cases =>
        from functions in Gen.ListOf(Function, 3)
        from machines in Gen.ListOf(Machine, 2)
        from ids in Gen.SubListOf(Ids)
        from rivals in Gen.ListOf(Rival, ids.Count)
        from env in Gen.Elements("", ",\"env\":\"prod\"", ",\"logRetentionInDays\":30,\"removeLegacySubscriptions\":true")
        let parameters = $"{{\"pythonLayerVersion\":1,\"forwarderArn\":\"{Forwarder}\",\"stepFunctionForwarderArn\":\"{Forwarder}\"{env}}}"
        let resources = ids.Zip(rivals).Select(pair => $"\"{pair.First}\":{pair.Second}")
            .Concat([$"\"F\":{functions[0]}", $"\"H\":{functions[1]}", $"\"I\":{functions[2]}"])
            .Concat([$"\"M\":{machines[0]}", $"\"N\":{machines[1]}"])
            .Append("\"G\":{\"Type\":\"AWS::Logs::LogGroup\",\"Properties\":{\"RetentionInDays\":3653}}")
            .Append("\"R\":{\"Type\":\"AWS::IAM::Role\",\"Properties\":{\"Path\":\"/\"}}")
        select new RivalCase($"{{\"Conditions\":{Conditions},\"Resources\":{{{string.Join(',', resources)}}}}}", parameters);

    private static Gen<string> Condition => Gen.Elements("", "", "\"Condition\":\"C\",", "\"Condition\":\"D\",");

    private static Gen<string> Function =>
        from logGroup in Gen.Elements(LogGroups)
        from condition in Condition
        from name in Gen.Elements("", ",\"FunctionName\":\"orders\"")
        select $"{{\"Type\":\"AWS::Lambda::Function\",{condition}\"Properties\":{{\"Runtime\":\"python3.13\",\"Handler\":\"a.b\""
            + $"{logGroup}{name}}}}}";

    private static Gen<string> Machine =>
        from logging in Gen.Elements(Loggings)
        from role in Gen.Elements("", ",\"RoleArn\":{\"Fn::GetAtt\":[\"R\",\"Arn\"]}", ",\"RoleArn\":{\"Fn::GetAtt\":[\"MRole\",\"Arn\"]}")
        from condition in Condition
        select $"{{\"Type\":\"AWS::StepFunctions::StateMachine\",{condition}\"Properties\":{{\"Definition\":{{\"States\":{{}}}}"
            + $"{logging}{role}}}}}";

    /// <summary>A resource of the user's with a body much like the macro's.</summary>
    private static Gen<string> Rival =>
        from name in Gen.Elements(Names)
        from condition in Condition
        from destination in Gen.Elements(Forwarder, "arn:aws:kinesis:us-east-1:123456789012:stream/s")
        from filterName in Gen.Elements("", "\"FilterName\":\"datadog-forwarder\",")
        from body in Gen.Elements(
            $"\"Type\":\"AWS::Logs::LogGroup\",{condition}\"DeletionPolicy\":\"Retain\",\"Properties\":{{\"LogGroupName\":{name},"
                + "\"RetentionInDays\":3653,\"KmsKeyId\":\"arn:key\",\"DataProtectionPolicy\":{}}",
            $"\"Type\":\"AWS::Logs::LogGroup\",{condition}\"Properties\":{{\"LogGroupName\":{name}}}",
            $"\"Type\":\"AWS::Logs::SubscriptionFilter\",{condition}\"DependsOn\":\"G\",\"Properties\":{{\"LogGroupName\":{name},"
                + $"{filterName}\"FilterPattern\":\"ERROR\",\"DestinationArn\":\"{destination}\",\"RoleArn\":\"arn:r\"}}",
            $"\"Type\":\"Custom::DatadogLogGroups\",\"Properties\":{{\"ServiceToken\":\"arn:own\",\"LogGroupNames\":[{name}]}}",
            $"\"Type\":\"Custom::LogRetention\",{condition}\"Properties\":{{\"LogGroupName\":{name},\"RetentionInDays\":1}}",
            "\"Type\":\"AWS::IAM::Role\",\"Properties\":{\"Path\":\"/\",\"Policies\":[{\"PolicyName\":\"MLogPolicy\"}]}",
            "\"Type\":\"AWS::SNS::Topic\"")
        select $"{{{body}}}";
}
