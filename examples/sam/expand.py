"""Writes expanded.json: what AWS::Serverless-2016-10-31 makes of template.yaml in eu-west-3, which is what the macro after it gets to see."""
import json
import os
from pathlib import Path

os.environ["AWS_DEFAULT_REGION"] = "eu-west-3"  # no call is made; SAM only has to know where it would be
from samtranslator.translator.transform import transform
from samtranslator.yaml_helper import yaml_parse

here = Path(__file__).parent
template = yaml_parse((here / "template.yaml").read_text(encoding="utf-8"))
parameters = {name: parameter["Default"] for name, parameter in template["Parameters"].items()}


class NoManagedPolicies:
    """The template names none, so there is nothing to look up in an account."""

    def load(self):
        return {}


expanded = transform(template, parameters, NoManagedPolicies())
expanded.pop("Transform", None)
(here / "expanded.json").write_text(json.dumps(expanded, indent=2) + "\n", encoding="utf-8")
