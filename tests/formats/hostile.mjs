// Templates and file names that attack what shows them. Equal seeds give equal names.
const pieces = [
  "\n::error ::x", "\r\n::set-env name=a::b", "##vso[task.x]y", "\u001b[31m", "\u0007", "\u202e", "\u200b", "\ufeff", "\u2028", "\u0085", "\ufffe",
  "\t", "\b", "\u007f", "<img src=x onerror=alert(1)>", "]]>", "<!--", "&amp;", "&#0;", "\"", "'", "\\", "%0A", "%", "#", "?", "://", "//", "..",
  "[0]", "[bold]", "{0}", "{", "$(x)", "@octocat", "https://attack.example/", "é", "名", "😀", " ", "F", "-", ":", "|", "*", "`", "~",
];

// Numbers from 0 to below 1 (mulberry32).
function random(seed) {
  return () => {
    seed = (seed + 0x6d2b79f5) | 0;
    let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

// Templates with a warning or an error each: the name of a file, and its text.
export function* templates(count) {
  const next = random(count);
  const name = () => Array.from({ length: 1 + Math.floor(next() * 3) }, () => pieces[Math.floor(next() * pieces.length)]).join("");
  for (let number = 0; number < count; number++) {
    const [id, value] = [name(), name()];
    const parameters = { pythonLayerVersion: 1, tags: "a:b", ...(next() < 0.3 ? { [name()]: 1 } : {}) };
    const properties = { Runtime: "python3.13", [value]: value, Tags: [{ Key: value, Value: value }], Environment: { Variables: { [value]: value } } };
    const machine = { RoleArn: value, Definition: { StartAt: value, States: { [value]: { Type: "Task", Resource: "arn:aws:states:::lambda:invoke", End: true } } } };
    const template = {
      Transform: { Name: "DatadogServerless", Parameters: parameters },
      Resources: { [id]: { Type: "AWS::Lambda::Function", Properties: properties }, [`${id}2`]: { Type: "AWS::StepFunctions::StateMachine", Properties: machine } },
    };
    yield { file: `${number}${name().replaceAll("/", "")}.json`, text: JSON.stringify(template) };
  }
}
