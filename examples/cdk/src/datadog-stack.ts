import { CfnMapping, Stack, type StackProps, Validations } from "aws-cdk-lib";
import type { Construct } from "constructs";

export interface DatadogStackProps extends StackProps {
  /** Parameters of the macro. A mapping holds strings and lists of strings only. */
  readonly datadog: Record<string, string | string[]>;
}

/** A stack whose functions and state machines Datadog instruments. Extend it instead of Stack. */
export class DatadogStack extends Stack {
  constructor(scope: Construct, id: string, props: DatadogStackProps) {
    super(scope, id, props);
    this.addTransform("DatadogServerless");
    // Not lazy: the CDK would leave out a mapping that no construct reads.
    new CfnMapping(this, "Datadog", { mapping: { Parameters: props.datadog } });
    Validations.of(this).acknowledge({ id: "CloudFormation-Validate::W7001", reason: "The macro reads it" });
  }
}
