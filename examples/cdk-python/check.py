"""Synthesizes app.py and compares the template with that of the same stack in TypeScript, which ../cdk/synth.mjs writes."""
import json
import os
import pathlib
import runpy
import sys

folder = pathlib.Path(__file__).parent
try:
    import aws_cdk  # noqa: F401
except ModuleNotFoundError:
    # Without the library, only the syntax can be checked.
    for file in ("app.py", "datadog_stack.py"):
        compile((folder / file).read_text(), file, "exec")
    print("aws-cdk-lib for Python is not installed: only the syntax was checked.", file=sys.stderr)
    sys.exit(0)

os.environ["CDK_OUTDIR"] = str(folder / "cdk.out")
os.environ["CDK_CONTEXT_JSON"] = json.dumps({"aws:cdk:enable-path-metadata": True, "aws:cdk:version-reporting": True})
sys.path.insert(0, str(folder))
runpy.run_path(str(folder / "app.py"), run_name="__main__")


def read(path: pathlib.Path) -> dict:
    template = json.loads(path.read_text())
    template["Resources"]["CDKMetadata"]["Properties"].pop("Analytics")
    return template


if read(folder / "cdk.out/TripsReports.template.json") != read(folder / "../cdk/reports.template.json"):
    sys.exit("The template differs from ../cdk/reports.template.json.")
print("The template is that of the TypeScript example.")
