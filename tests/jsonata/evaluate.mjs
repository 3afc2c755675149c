// Evaluates a field of a state machine in JSONata: {"field", "states", "variables"} on standard input, {"value"} or {"error"} on standard output.
import jsonata from "jsonata";
import { text } from "node:stream/consumers";

const { field, states, variables = {} } = JSON.parse(await text(process.stdin));
const expression = jsonata(field.replace(/^\{%/, "").replace(/%\}$/, ""));
// Step Functions has no $eval, and $parse instead: https://docs.aws.amazon.com/step-functions/latest/dg/transforming-data.html
expression.registerFunction("parse", (json) => JSON.parse(json));
const answer = await expression.evaluate({}, { ...variables, states }).then(
  (value) => ({ value }),
  (error) => ({ error: error.message }),
);
console.log(JSON.stringify(answer));
