// Evaluates fields of state machines in JSONata. Reads one {"field", "states", "variables"} from each line of standard input, and writes
// {"value"} or {"error"} to a line of standard output; a field without a value gives {}.
import jsonata from "jsonata";
import { createInterface } from "node:readline";

const compiled = new Map();

function compile(field) {
  const expression = jsonata(field.replace(/^\{%/, "").replace(/%\}$/, ""));
  // Step Functions has no $eval, and $parse instead: https://docs.aws.amazon.com/step-functions/latest/dg/transforming-data.html
  expression.registerFunction("parse", (json) => JSON.parse(json));
  return expression;
}

async function evaluate({ field, states, variables = {} }) {
  if (!compiled.has(field)) compiled.set(field, compile(field));
  return { value: await compiled.get(field).evaluate({}, { ...variables, states }) };
}

for await (const line of createInterface({ input: process.stdin })) {
  const answer = await evaluate(JSON.parse(line)).catch((error) => ({ error: error.message }));
  process.stdout.write(JSON.stringify(answer) + "\n");
}
