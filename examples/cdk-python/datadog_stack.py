from collections.abc import Mapping, Sequence

from aws_cdk import Acknowledgment, CfnMapping, Stack, Validations
from constructs import Construct


class DatadogStack(Stack):
    """A stack whose functions and state machines Datadog instruments. Extend it instead of Stack."""

    def __init__(self, scope: Construct, id: str, *, datadog: Mapping[str, str | Sequence[str]], **kwargs) -> None:
        """datadog: parameters of the macro. A mapping holds strings and lists of strings only."""
        super().__init__(scope, id, **kwargs)
        self.add_transform("DatadogServerless")
        # Not lazy: the CDK would leave out a mapping that no construct reads.
        CfnMapping(self, "Datadog", mapping={"Parameters": dict(datadog)})
        Validations.of(self).acknowledge(Acknowledgment(id="CloudFormation-Validate::W7001", reason="The macro reads it"))
