exports.handler = async ({ pathParameters }) => ({ statusCode: 200, body: JSON.stringify({ id: pathParameters.id, at: "Lyon" }) });

exports.cleanUp = async () => {};
